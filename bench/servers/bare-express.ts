import { readFileSync } from 'node:fs'
import express from 'express'
import type { Recording } from '../harness/recording.ts'

// node bare-express.ts RECORDING PORT: answers one request of one platform with recorded bytes, as fast as an Express handler can: the JSON body
// is read, then the ready head and the ready writes go out, without ETag, X-Powered-By, back-pressure or another middleware.
const [file = '', port = ''] = process.argv.slice(2)
const { method, path, status, headers, writes }: Recording = JSON.parse(readFileSync(file, 'utf8'))
const head = Object.fromEntries(headers)
const texts = writes.map(({ text }) => text)
const last = texts.pop()

const app = express()
app.disable('x-powered-by')
app.use(express.json())
app[method === 'GET' ? 'get' : 'post'](path, (_request, response) => {
  response.writeHead(status, head)
  for (const text of texts) response.write(text)
  response.end(last)
})
app.listen(Number(port), '127.0.0.1')
