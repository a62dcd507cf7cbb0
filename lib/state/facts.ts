/** One entry of a member's state: `Fact` of proto/gyre.proto. */
export interface Fact {
  readonly key: string
  readonly version: number
  readonly value: Uint8Array
  readonly deleted: boolean
}

/** Entries of one member that changed after `since`: `Facts` of proto/gyre.proto. */
export interface Facts {
  readonly owner: string
  /** The incarnation with which the owner started. */
  readonly run: number
  /** 0: these are all entries that there are. */
  readonly since: number
  /** The owner's version with them. Greater than `since` without any: ask for them. */
  readonly upto: number
  readonly facts: readonly Fact[]
}

/** What an entry counts for in the bound on a member's state, beyond its key and value. */
const ENTRY_BYTES = 16

/** What an entry takes of a member's share. The key is counted as if each character took 3 bytes. */
export function factBytes({ key, value }: Pick<Fact, 'key' | 'value'>): number {
  return 3 * key.length + value.length + ENTRY_BYTES
}
