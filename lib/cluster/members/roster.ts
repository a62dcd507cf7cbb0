import type { Endpoint, ProtocolOptions, StateName, SwimNode, TableSlot } from '../../core/index.js'
import type { Remembered } from '../joining/snapshot.js'
import type { Peers } from './peers.js'
import { isLiveMember, isOther, looksSame, memberAt, type Member } from './member.js'

/** Who is known, as values that users hold: one for each state that a member was in. */
export class Roster implements Peers {
  readonly protocol: ProtocolOptions
  private readonly node: SwimNode
  private readonly random: () => number
  private readonly known = new Map<string, Member>()
  private liveMembers: readonly Member[] | undefined

  constructor(node: SwimNode, protocol: ProtocolOptions, random: () => number) {
    this.node = node
    this.protocol = protocol
    this.random = random
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

  /** A member is forgotten. */
  drop(slot: TableSlot): Member {
    const member = this.at(slot)
    this.liveMembers = undefined
    this.known.delete(member.id)
    return member
  }

  /** What a member is now; and whether a user could tell that from what it was in that state. */
  update(slot: TableSlot, was: StateName | 'absent'): { member: Member; news: boolean } {
    const member = this.at(slot)
    const before = this.known.get(member.id)
    this.put(member)
    const same = was === member.state && before !== undefined && looksSame(before, member)
    return { member, news: !same }
  }

  isLive(id: string): boolean {
    const member = this.known.get(id)
    return member !== undefined && isLiveMember(member)
  }

  isKnown(id: string): boolean {
    return this.known.has(id)
  }

  endpointOf(id: string): Endpoint | undefined {
    return this.isLive(id) ? this.known.get(id)?.endpoint : undefined
  }

  sample(count: number): string[] {
    const others = this.live().filter(({ isSelf }) => !isSelf)
    const picked: string[] = []
    while (picked.length < count && others.length > 0) {
      const [one] = others.splice((this.random() >>> 0) % others.length, 1)
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
