// A small service: each key is handled by its owner on the ring, and by nobody else.
export class Service {
  handled = []
  #ring

  constructor(cluster) {
    this.#ring = cluster.ring('work', { slots: 64 })
  }

  /** Handles a key if it is ours; says whose it is if not. */
  handle(key) {
    const owner = this.#ring.owner(key)?.member.id
    if (this.#ring.owns(key)) this.handled.push(key)
    return owner
  }
}
