import type { Plan } from '../plans/plan.js'

/** A bug that can be planted in the engine, to see whether the checks find it. */
export interface Plant {
  readonly name: string
  readonly says: string
  /** The checks of which at least one must find it. */
  readonly finds: readonly string[]
  /** Where it shows, if not in a swarm of the usual faults. */
  readonly where?: Partial<Plan>
  /** Plants it; what it returns digs it out. */
  plant(): () => void
}

/** The methods of a class, as a planted bug sees them. */
// oxlint-disable-next-line typescript/no-explicit-any -- private methods have no types from outside
export type Methods = Record<string, (...args: any[]) => any>

/** A part of the engine, as a planted bug sees it. */
// oxlint-disable-next-line typescript/no-explicit-any -- as above
export type Insides = any

/** Puts another method in the place of one, and gives it the one that was there. */
export function replace(
  target: { readonly prototype: object },
  name: string,
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  make: (original: (...args: any[]) => any) => (this: any, ...args: any[]) => unknown,
): () => void {
  const methods = target.prototype as Methods
  const original = methods[name]
  methods[name] = make(original) as Methods[string]
  return () => void (methods[name] = original)
}
