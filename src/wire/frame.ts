/** The bytes of one stream event, with the offset at which they leave. */
export interface Frame {
  /** Milliseconds since the run was created. */
  readonly at: number
  /** Exact wire text, end of frame included. */
  readonly text: string
  /** Name of the event for the journal; absent for keep-alive comments. */
  readonly event: string | undefined
}
