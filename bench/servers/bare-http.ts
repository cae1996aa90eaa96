import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { Recording } from '../harness/recording.ts'

// node bare-http.ts RECORDING PORT: answers each POST with recorded writes at their recorded times, and all else at once, with
// nothing but `node:http`: no routes, no JSON, no back-pressure. What it costs is what Node costs.
const [file = '', port = ''] = process.argv.slice(2)
const { status, headers, writes }: Recording = JSON.parse(readFileSync(file, 'utf8'))
const head = Object.fromEntries(headers)

function play(response: ServerResponse, started: number, next: number): void {
  if (response.destroyed) return
  let index = next
  for (let write = writes[index]; write !== undefined; write = writes[++index]) {
    const wait = write.at - (performance.now() - started)
    if (wait >= 0.5) {
      setTimeout(play, wait, response, started, index)
      return
    }
    response.write(write.text)
  }
  response.end()
}

createServer((request, response) => {
  const started = performance.now()
  request.resume()
  request.once('end', () => {
    response.writeHead(status, head)
    if (request.method === 'POST') play(response, started, 0)
    else response.end()
  })
}).listen(Number(port), '127.0.0.1')
