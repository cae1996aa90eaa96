/** In bytes. */
export const MEGABYTE = 1024 * 1024

/** A form with files of so many zeros; a part without a media type has to be written by hand. */
export function form(files: readonly { field?: string; name: string; type?: string; size?: number }[], user?: string) {
  const data = new FormData()
  for (const { field = 'file', name, type = 'text/plain', size = 5 } of files) {
    data.append(field, new File([new Uint8Array(size)], name, { type }))
  }
  if (user !== undefined) data.append('user', user)
  return data
}
