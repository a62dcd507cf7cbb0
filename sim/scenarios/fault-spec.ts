import type { Rule } from '../network/packet.js'
import type { World } from '../world/world.js'
import { nodesOf, type Fault } from '../plans/plan.js'

/** A number that a fault takes: its range, and what it is if left out. */
export interface Argument {
  readonly says: string
  readonly least: number
  readonly most: number
  readonly usual: number
  /** How it is written in a file: a time with its unit, a rate, a plain number, one of words. */
  readonly unit: 'ms' | 'rate' | 'number' | readonly string[]
}

export interface FaultSpec {
  readonly says: string
  /** Whether it names nodes, goes from some to others, has sides, or is for the whole network. */
  readonly about: 'nodes' | 'links' | 'groups'
  readonly takes: Readonly<Record<string, Argument>>
  /** Begins it; what it returns ends it. */
  begin(world: World, fault: Fault, salt: number): () => void
}

const NOTHING = (): void => {}
export const rate: Argument = {
  says: 'part of the datagrams',
  least: 0,
  most: 1,
  usual: 0.1,
  unit: 'rate',
}

export function ms(says: string, usual: number): Argument {
  return { says, least: 0, most: 3_600_000, usual, unit: 'ms' }
}

export function count(says: string, least: number, most: number, usual: number): Argument {
  return { says, least, most, usual, unit: 'number' }
}

/** A fault with what it takes filled in. */
export interface Given extends Fault {
  number(name: string): number
  word(name: string): string
}

export function given(takes: FaultSpec['takes'], fault: Fault): Given {
  return {
    ...fault,
    number: (name) => (fault.with?.[name] ?? takes[name].usual) as number,
    word: (name) => String(fault.with?.[name] ?? takes[name].unit[0]),
  }
}

export function onNodes(
  says: string,
  takes: FaultSpec['takes'],
  begin: (world: World, node: number, fault: Given) => void,
  end?: (world: World, node: number) => void,
): FaultSpec {
  return {
    says,
    takes,
    about: 'nodes',
    begin(world, fault) {
      for (const node of nodesOf(fault)) begin(world, node, given(takes, fault))
      if (end === undefined) return NOTHING
      return () => fault.nodes?.forEach((node) => end(world, node))
    },
  }
}

export function byRules(
  says: string,
  takes: FaultSpec['takes'],
  rules: (world: World, fault: Given) => readonly Rule[],
): FaultSpec {
  const begin: FaultSpec['begin'] = (world, fault) => {
    const ends = rules(world, given(takes, fault)).map((rule) => world.network.add(rule))
    return () => ends.forEach((end) => end())
  }
  return { says, takes, about: 'nodes', begin }
}

export function onLinks(
  says: string,
  takes: FaultSpec['takes'],
  rule: (fault: Given, salt: number) => Rule,
): FaultSpec {
  const begin: FaultSpec['begin'] = (world, fault, salt) => {
    return world.network.add(rule(given(takes, fault), salt))
  }
  return { says, takes, about: 'links', begin }
}
