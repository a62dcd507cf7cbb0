import type { EngineLoop } from '../driver/engine-loop.js'
import { encodeTraits, type RingPart, type Traits } from './traits.js'

/** What this member says of itself: a change is checked, then spread as the metadata of its record. */
export class OwnTraits {
  private readonly loop: EngineLoop
  private traits: Traits

  constructor(loop: EngineLoop, traits: Traits) {
    this.loop = loop
    this.traits = traits
  }

  /** @throws GyreError `BAD_OPTION`, `META_TOO_OFTEN` */
  change(traits: Partial<Omit<Traits, 'rings'>>): void {
    this.publish({ ...this.traits, ...traits, rings: this.traits.rings })
  }

  /** @throws GyreError `BAD_OPTION`, `META_TOO_OFTEN` */
  changeRings(rings: readonly RingPart[]): void {
    this.publish({ ...this.traits, rings })
  }

  private publish(traits: Traits): void {
    const bytes = encodeTraits(traits)
    this.loop.input((now) => this.loop.node.setMeta(now, bytes))
    this.traits = traits
  }
}
