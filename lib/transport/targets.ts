import { splitEndpoint, type Endpoint } from '../base/endpoint.js'

/** An endpoint as the sockets want it. */
export interface Target {
  readonly ip: string
  readonly port: number
}

/** Endpoints taken apart, kept because the same ones are sent to again and again. Bounded. */
export class Targets {
  private readonly known = new Map<Endpoint, Target>()
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  of(endpoint: Endpoint): Target {
    const known = this.known.get(endpoint)
    if (known !== undefined) return known
    if (this.known.size === this.most) this.known.clear()
    const target = splitEndpoint(endpoint)
    this.known.set(endpoint, target)
    return target
  }
}
