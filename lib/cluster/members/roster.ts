import type { Endpoint, StateName, SwimNode, TableSlot } from '../../core/index.js'
import type { Runtime } from '../../runtime/index.js'
import { isLiveMember, isOther, isSameToUsers, memberAt, type Member } from './member.js'

/** What a member remembers of its cluster across restarts. */
export interface Remembered {
  /** Its last incarnation; 0: unknown. */
  readonly incarnation: number
  /** Which founding its cluster goes back to; 0: unknown. */
  readonly genesis: number
  /** Where the other live members were. */
  readonly endpoints: readonly Endpoint[]
}

/** The members that are known, as immutable values: a change of a member makes a new one. */
export class Roster {
  /** Rises when a member comes, goes, or changes in what its users and rings can see. */
  version = 0
  private readonly node: SwimNode
  private readonly runtime: Pick<Runtime, 'random'>
  private readonly known = new Map<string, Member>()
  private liveMembers: readonly Member[] | undefined

  constructor(node: SwimNode, runtime: Pick<Runtime, 'random'>) {
    this.node = node
    this.runtime = runtime
    this.put(this.at(node.self))
  }

  get(id: string): Member | undefined {
    return this.known.get(id)
  }

  all(): Member[] {
    return [...this.known.values()]
  }

  /** All live members, ourselves included, sorted by id. */
  live(): readonly Member[] {
    this.liveMembers ??= this.all().filter(isLiveMember).sort(byId)
    return this.liveMembers
  }

  /** The engine is about to forget a member. */
  remove(slot: TableSlot): Member {
    const member = this.at(slot)
    this.version++
    this.liveMembers = undefined
    this.known.delete(member.id)
    return member
  }

  /** Takes over what a member is now. Returns it, and whether a user could tell it from what it was. */
  update(slot: TableSlot, was: StateName | 'absent'): { member: Member; isNews: boolean } {
    const member = this.at(slot)
    const before = this.known.get(member.id)
    this.put(member)
    const looksSame = before !== undefined && isSameToUsers(before, member)
    if (!looksSame) this.version++
    return { member, isNews: !looksSame || was !== member.state }
  }

  isLive(id: string): boolean {
    const member = this.known.get(id)
    return member !== undefined && isLiveMember(member)
  }

  /** Also the dead that are remembered. */
  isKnown(id: string): boolean {
    return this.known.has(id)
  }

  /** Where a live member is reached; undefined: no live member has this id. */
  endpointOf(id: string): Endpoint | undefined {
    return this.isLive(id) ? this.known.get(id)?.endpoint : undefined
  }

  /** The ids of a random sample of at most `count` other live members. */
  sample(count: number): string[] {
    const others = this.live().filter(({ isSelf }) => !isSelf)
    const picked: string[] = []
    while (picked.length < count && others.length > 0) {
      const [one] = others.splice((this.runtime.random() >>> 0) % others.length, 1)
      picked.push(one.id)
    }
    return picked
  }

  /** What a snapshot keeps: our incarnation, and where the other live members are. */
  remember(): Remembered {
    const endpoints = this.live()
      .filter(isOther)
      .map(({ endpoint }) => endpoint)
    const { genesis } = this.node
    return { incarnation: this.at(this.node.self).incarnation, genesis, endpoints }
  }

  private put(member: Member): void {
    this.liveMembers = undefined
    this.known.set(member.id, member)
  }

  private at(slot: TableSlot): Member {
    return memberAt(this.node.table, slot, this.node.self)
  }
}

function byId(one: Member, other: Member): number {
  return one.id < other.id ? -1 : 1
}
