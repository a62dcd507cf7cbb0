import { Agent, request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly body: string
}

export const agent: Agent = new Agent({ keepAlive: true })
/** One request to a server of this machine; resolves with its whole answer. */
export function ask(
  port: number,
  method: string,
  path: string,
  body?: string | AsyncIterable<Buffer>,
  headers: Record<string, string> = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const out = request({ port, method, path, headers, agent }, (answer) => {
      let text = ''
      answer.on('data', (part) => void (text += String(part)))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode as number, body: text }))
    })
    out.on('error', reject)
    if (body === undefined || typeof body === 'string') out.end(body)
    else {
      void (async () => {
        for await (const part of body) out.write(part)
        out.end()
      })()
    }
  })
}
