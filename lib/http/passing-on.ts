import { request, type Agent, type ClientRequest, type IncomingMessage } from 'node:http'

/** Over how many members a request has come: one that came so is refused, not passed on. */
export const HOPS_HEADER = 'gyre-hops'
/** With a refusal: who owns the key, as far as the refuser knows. */
export const OWNER_HEADER = 'gyre-owner'
/** Misdirected Request: it was not handled. RFC 9110, section 15.5.20. */
export const MISDIRECTED = 421

/** Headers that are between two neighbours, and not passed on. RFC 9110, section 7.6.1. */
const NEIGHBOURS = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

export interface Passing {
  readonly address: string
  readonly agent: Agent
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly signal: AbortSignal
  /** The whole body; undefined: it is piped. */
  readonly body: Buffer | undefined
}

/** What became of a request that was passed on: its answer, or why there is none. */
export type Passed =
  | { readonly answer: IncomingMessage; readonly error?: undefined }
  /** `sent`: it may have been handled. */
  | { readonly answer?: undefined; readonly error: Error; readonly sent: boolean }

/** Passes a request on; its answer has come so far that its head is there. */
export function passOn(
  { address, agent, method, path, headers, signal, body }: Passing,
  pipe: (out: ClientRequest) => void,
): Promise<Passed> {
  const own = Object.entries(headers).filter(([name]) => !NEIGHBOURS.has(name))
  const length = body === undefined ? {} : { 'content-length': String(body.length) }
  return new Promise((resolve) => {
    let sent = false
    const url = `http://${address}${path}`
    const all = { ...Object.fromEntries(own), ...length, [HOPS_HEADER]: '1' }
    const out = request(url, { method, headers: all, agent, signal }, (answer) => {
      resolve({ answer })
    })
    out.on('socket', (socket) => {
      const connected = (): void => void (sent = true)
      if (socket.connecting) socket.once('connect', connected)
      else sent = true
    })
    out.on('error', (error) => resolve({ error, sent }))
    if (body === undefined) pipe(out)
    else out.end(body)
  })
}

export function headersOf(answer: IncomingMessage): Record<string, string | string[]> {
  const own = Object.entries(answer.headers).filter(([name]) => !NEIGHBOURS.has(name))
  return Object.fromEntries(own) as Record<string, string | string[]>
}
