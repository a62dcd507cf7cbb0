import { Claims } from '../../lib/ownership/claims.js'
import {
  Ballot,
  type Enrolled,
  Ownership,
  type OwnershipHost,
  type RingMessage,
  Roll,
  termMs,
} from '../../lib/ownership/index.js'
import { type Drained, Moves } from '../../lib/ownership/moves.js'
import { pages } from '../../lib/ownership/news.js'
import { Tenure } from '../../lib/ownership/tenure.js'
import { TermClock } from '../../lib/ownership/term.js'
import { Ring } from '../../lib/ring/index.js'
import { encodeUserPacket } from '../../lib/wire/payload-codec.js'
import t from 'tap'

const nothing = (): void => {}

/** A host that does nothing. */
const deaf: OwnershipHost = {
  send: nothing,
  prepare: nothing,
  drain: nothing,
  acquired: nothing,
  released: nothing,
  conflict: nothing,
  votersOf: () => ['v'],
  wallMs: () => 1_000,
  random: () => 1,
}

const ONE_VOTER = {
  mode: 'majority',
  voters: ['v'],
  stopAfterMs: 1_000,
  takeAfterMs: 1_500,
  intervalMs: 10,
  firstWaitMs: 0,
  fanout: 3,
} as const

function rollOf(members: readonly Enrolled[], voters: readonly string[] = []): Roll {
  const ring = new Ring({ slots: 16 })
  const roll = new Roll(ring, { suspectOwns: false, graceMs: 100, voters })
  for (const _ of roll.change(members));
  return roll
}

const enrolled = (id: string, more: Partial<Enrolled> = {}): Enrolled => {
  return { id, state: 'alive', part: 'in', ...more }
}

function withOneVoter(host: OwnershipHost, view: ReturnType<typeof rollOf>): Ownership {
  const own = { id: 'a', incarnation: 1, slots: 16, options: ONE_VOTER }
  return new Ownership({ ...own, host, view, now: 0 })
}

t.test('terms rise whatever the clock does, and tell members apart', async (t) => {
  let wallMs = 1_800_000_000_000
  const [a, b] = ['a', 'b'].map((id) => new TermClock(id, () => wallMs))
  const first = a.mint()
  t.equal(termMs(first), wallMs)
  t.ok(a.mint() > first, 'in the same millisecond')
  wallMs -= 60_000
  t.ok(a.mint() > first, 'a clock that was set back')
  b.observe(first)
  t.ok(b.mint() > first, 'heard of')
  t.not(new TermClock('a', () => 1).mint(), new TermClock('b', () => 1).mint())
  t.ok(first < 2n ** 63n)
})

t.test('of two claims the higher term holds, in any order', async (t) => {
  const [one, other] = [new Claims(128), new Claims(128)]
  const heard: [number, string | undefined, bigint][] = [
    [1, 'a', 5n],
    [1, 'b', 7n],
    [1, undefined, 6n],
    [2, 'a', 5n],
  ]
  for (const claim of heard) one.merge(...claim)
  for (const claim of heard.toReversed()) other.merge(...claim)
  t.same(one.digest(), other.digest())
  t.equal(one.hash, other.hash)
  t.equal(one.holder(1), 'b')
  t.same(one.differing(other.digest()), [])
  other.merge(100, 'c', 1n)
  t.ok(one.differing(other.digest()).includes(100))
  t.same(one.over([0, 1, 2]), [
    { holder: 'b', term: 7n, slots: [1] },
    { holder: 'a', term: 5n, slots: [2] },
  ])
})

t.test('holders that own nothing any more are forgotten before there are too many', async (t) => {
  const claims = new Claims(64)
  for (let i = 0; i < 70_000; i++) claims.merge(i % 64, `member-${i}`, BigInt(i + 1))
  for (let slot = 0; slot < 64; slot++) t.match(claims.holder(slot), /^member-69\d\d\d$/)
})

t.test('many claims go in several datagrams', async (t) => {
  const claims = new Claims(4_096)
  for (let slot = 0; slot < 4_096; slot++)
    claims.merge(slot, `m${slot % 60}`, BigInt(slot % 60) + 1n)
  const all = pages(
    claims,
    Array.from({ length: 4_096 }, (_, slot) => slot),
  )
  t.ok(all.length > 10)
  t.equal(
    all.flat().reduce((sum, claim) => sum + claim.slots.length, 0),
    4_096,
  )
  for (const page of all) {
    const message: RingMessage = { kind: 'claims', claims: page }
    t.ok(encodeUserPacket({ ring: { name: 'jobs', message } }).length < 1_200)
  }
})

t.test('a voter keeps its promises', async (t) => {
  const ballot = new Ballot(8, 100, 50)
  const ask = (now: number, asker: string, term: bigint, giver = ''): unknown => {
    return ballot.answer(now, { asker, giver, wants: [{ term, slots: [1] }] })
  }
  const [yes, no] = [{ slots: [1], seen: 0n }, (seen: bigint) => ({ slots: [], seen })]
  t.same(ask(40, 'a/1', 1n), no(0n), 'it may have promised something before it started')
  t.same(ask(60, 'a/1', 1n), yes)
  t.same(ask(90, 'b/1', 2n), no(1n))
  t.same(ask(120, 'a/1', 1n), yes, 'renewed')
  t.same(ask(130, 'a/1', 3n), no(1n), 'under another term it is another claim')
  t.same(ask(140, 'a/2', 3n), no(1n), 'and so is that of another run')
  t.same(ask(150, 'b/1', 3n, 'a/1'), yes, 'given by its holder')
  t.same(ask(249, 'c/1', 4n), no(3n))
  t.same(ask(250, 'c/1', 2n), no(3n), 'a lower term never')
  t.same(ask(250, 'c/1', 4n), yes, 'and after the time another may have it')
})

t.test('a right is counted from when it was asked for', async (t) => {
  const tenure = new Tenure(() => ['a', 'b', 'c'], 100)
  tenure.want(1, 7n)
  const asked = tenure.ask(1_000)
  t.equal(asked.length, 3)
  t.same(asked[0], { voter: 'a', giver: '', round: 1, wants: [{ term: 7n, slots: [1] }] })
  t.same(tenure.granted(1_090, 'a', 1, [1]), [])
  t.same(tenure.granted(1_091, 'c', 2, [1]), [], 'not what was asked of this one')
  t.same(tenure.granted(1_091, 'b', 2, [1, 5]), [1])
  t.same(tenure.granted(1_092, 'b', 2, [1]), [], 'twice is once')
  t.equal(tenure.until(1), 1_100)
  t.equal(tenure.until(2), -Infinity)
  t.same(tenure.wantedUpTo(7n), [1])
  for (let slot = 0; slot < 600; slot++) tenure.want(slot, BigInt(slot >> 1) + 1n)
  const many = tenure.ask(2_000).filter(({ voter }) => voter === 'a')
  t.ok(many.length > 5)
  t.equal(many.flatMap(({ wants }) => wants.flatMap(({ slots }) => slots)).length, 600)
  for (let i = 0; i < 200; i++) tenure.ask(3_000 + i)
  t.same(tenure.granted(3_300, 'a', many[0].round, [0]), [], 'too old to count')
})

t.test('a move is taken once, and what is promised is bounded', async (t) => {
  const moves = new Moves(deaf, new Map())
  const flip = (move: number) => ({
    kind: 'flip' as const,
    move,
    slots: [1],
    term: 9n,
    remainingMs: 50,
    giver: 'a/1',
  })
  for (let move = 1; move <= 5_000; move++) moves.prepared(100, 'a', move)
  t.equal(moves.flipped('a', flip(5_000)), 150)
  t.equal(moves.flipped('a', flip(5_000)), undefined, 'it has come before')
  t.equal(moves.flipped('a', flip(1)), -Infinity, 'what was forgotten counts as never promised')
  moves.ready('a', 77)
  t.equal(moves.drained(77), undefined)
  moves.taken('a', 77)
})

t.test('a roll says who takes part, and who is gone', async (t) => {
  const roll = rollOf([
    enrolled('a'),
    enrolled('b', { state: 'suspect' }),
    enrolled('c', { state: 'faulty', zone: 'z' }),
    enrolled('d', { state: 'left' }),
    enrolled('e', { part: 'leaving' }),
    enrolled('f', { part: 'out' }),
  ])
  t.same(roll.participants, ['a'])
  t.same(
    ['a', 'b', 'c', 'd', 'e', 'f', 'unknown'].filter((id) => roll.isGone(1_000, id)),
    ['c', 'd'],
  )
  t.equal(roll.dueAt(1_000), 1_100)
  t.ok(roll.isGone(1_100, 'f') && roll.isGone(1_100, 'unknown'), 'for so long')
  t.ok(roll.hasLeft('d'))
  t.equal(roll.heir(1_050, 3, 'c'), 'a')
  t.notOk(roll.isOverdue(1_050, 'c'))
  t.ok(roll.isOverdue(1_100, 'c'))
  t.equal(roll.heir(1_200, 3, 'c'), 'a')
  t.notOk(roll.minority)
  t.ok(rollOf([enrolled('a'), enrolled('b', { state: 'faulty' })], ['a', 'b']).minority)
  const changing = roll.change([enrolled('x')])
  const large = new Roll(new Ring({ slots: 65_536 }), { suspectOwns: true, graceMs: 1, voters: [] })
  const slices = large.change([enrolled('x')])
  slices.next()
  t.equal(large.heir(1, 1, 'y'), undefined, 'nobody inherits while it is being worked out')
  for (const _ of changing);
  for (const _ of slices);
  t.equal(large.heir(1, 1, 'y'), 'x')
  for (let i = 0; i < 66_000; i++) large.isGone(5, `stranger-${i}`)
  t.equal(large.isGone(5, 'stranger-1'), false)
})

t.test('a machine ignores what it has no use for, and ends', async (t) => {
  const sent: string[] = []
  const host: OwnershipHost = { ...deaf, send: (to, { kind }) => void sent.push(`${kind} ${to}`) }
  const roll = rollOf([enrolled('a')])
  const options = { ...ONE_VOTER, mode: 'available', voters: [] } as const
  const machine = new Ownership({
    id: 'a',
    incarnation: 1,
    slots: 16,
    options,
    host,
    view: roll,
    now: 0,
  })
  machine.membersChanged(0)
  t.equal(machine.heldSlots.size, 16)
  const slot = 3
  const { term } = machine.heldSlots.get(slot) as { term: bigint }
  t.ok(machine.check(0, slot, term))
  t.notOk(machine.check(0, slot, term + 1n))
  const before = machine.claims.digest()
  machine.receive(1, 'b', { kind: 'prepare', move: 1, slots: [99] })
  machine.receive(1, 'b', { kind: 'grant', round: 1, slots: [1], seen: 5n })
  machine.receive(1, 'b', { kind: 'ask', round: 1, wants: [], asker: 'b/1', giver: '' })
  machine.receive(1, 'b', { kind: 'claims', claims: [{ holder: 'b', term: 1n, slots: [slot] }] })
  t.same(machine.claims.digest(), before)
  t.ok(machine.contests.has(2, slot), 'somebody believed that it was its own')
  t.same(sent, ['claims b'], 'and was told')
  const given = { kind: 'flip', move: 1, slots: [slot], remainingMs: 1, giver: 'b/1' } as const
  machine.receive(3, 'b', { ...given, term: term + 5n })
  t.equal(machine.heldSlots.get(slot)?.term, term + 5n)
  machine.close(false)
  t.equal(machine.tick(9), Infinity)
  t.equal(machine.receive(9, 'b', { kind: 'ready', move: 1 }), Infinity)
  t.equal(machine.prepared(9, 'b', 1), Infinity)
  t.equal(machine.drained(9, 1), Infinity)
  t.equal(machine.membersChanged(9), Infinity)
  const before9 = sent.length
  machine.close(false)
  t.equal(sent.length, before9, 'closed twice, it says nothing more')
  t.equal(machine.heldSlots.size, 0)
})

t.test('what is to go elsewhere before it has gone stays', async (t) => {
  const log: string[] = []
  const held = new Map([1, 2, 3, 5].map((slot) => [slot, { slot, term: 1n }]))
  const host: OwnershipHost = {
    ...deaf,
    send: (to, { kind }) => void log.push(`${kind} ${to}`),
    drain: (_move, slots, to) => void log.push(`drain ${slots} ${to}`),
  }
  const moves = new Moves(host, held)
  const drain = (move: number): void => {
    const drained = moves.drained(move) as Drained
    log.push(`go ${drained.going} stay ${drained.staying}`)
    if (drained.going.length === 0) return
    moves.flip(drained, { term: 1n, remainingMs: 1, giver: '' })
  }
  for (const slot of [1, 2, 3, 4]) moves.want(slot, 'b')
  moves.start()
  moves.ready('c', 1)
  moves.ready('b', 1)
  moves.want(1, 'c')
  moves.unwant(2)
  drain(1)
  t.same(log, ['prepare b', 'drain 1,2,3 b', 'go 3 stay 1,2', 'flip b'])
  moves.taken('c', 1)
  t.ok(moves.busy)
  moves.taken('b', 1)
  for (const slot of [3, 4]) moves.unwant(slot)
  moves.start()
  moves.unwant(1)
  moves.ready('c', 2)
  t.equal(moves.busy, false, 'nothing was left to move')
  moves.want(5, 'd')
  moves.start()
  moves.ready('d', 3)
  moves.unwant(5)
  drain(3)
  t.equal(log.at(-1), 'go  stay 5')
})

t.test('a gift whose time is over must be asked for', async (t) => {
  const log: string[] = []
  const host: OwnershipHost = {
    ...deaf,
    send: (to, { kind }) => void log.push(`${kind} ${to}`),
    acquired: (slots, _term, from, reason) => void log.push(`${slots} ${from} ${reason}`),
  }
  const roll = rollOf([enrolled('a'), enrolled('b')])
  const machine = withOneVoter(host, roll)
  const slot = Array.from({ length: 16 }, (_, i) => i).find((i) => roll.target(i) === 'a') as number
  const gift = { kind: 'flip', move: 1, slots: [slot], term: 9n ** 9n, remainingMs: 9 } as const
  machine.receive(5, 'b', { ...gift, giver: 'b/1' })
  t.equal(machine.heldSlots.size, 0)
  machine.tick(20)
  t.ok(log.includes('ask v'))
  machine.receive(25, 'v', { kind: 'grant', round: 1, slots: [slot], seen: 0n })
  t.ok(log.includes(`${slot} a join`))
  machine.prepared(30, 'b', 2)
  t.equal(machine.heldSlots.size, 1)
})

t.test('support that comes once the owner is back is not used', async (t) => {
  const asked: RingMessage[] = []
  const host: OwnershipHost = { ...deaf, send: (_to, message) => void asked.push(message) }
  const roll = rollOf([enrolled('a'), enrolled('b', { state: 'faulty' })])
  const machine = withOneVoter(host, roll)
  const claims = [{ holder: 'b', term: 5n, slots: [1] }]
  machine.receive(1, 'b', { kind: 'claims', claims })
  machine.membersChanged(2)
  machine.tick(20)
  const round = asked.find(({ kind }) => kind === 'ask') as { round: number }
  // It stood still, and does not look at its slots for a while.
  Object.assign(machine, { quietUntil: 100 })
  for (const _ of roll.change([enrolled('a'), enrolled('b')]));
  machine.membersChanged(30)
  machine.receive(40, 'v', { kind: 'grant', round: round.round, slots: [1], seen: 0n })
  t.notOk(machine.heldSlots.has(1))
})

t.test('a move to a member that has been missing for long enough ends', async (t) => {
  const prepared: string[] = []
  const host: OwnershipHost = {
    ...deaf,
    send: (to, { kind }) => void (kind === 'prepare' && prepared.push(to)),
  }
  const roll = rollOf([enrolled('a')])
  const options = { ...ONE_VOTER, mode: 'available', voters: [] } as const
  const own = { id: 'a', incarnation: 1, slots: 16, options }
  const machine = new Ownership({ ...own, host, view: roll, now: 0 })
  const change = (now: number, members: Enrolled[]): number => {
    for (const _ of roll.change(members));
    return machine.membersChanged(now)
  }
  change(0, [enrolled('a')])
  change(10, [enrolled('a'), enrolled('b')])
  machine.tick(20)
  t.ok(prepared.length > 0, 'it is to have some')
  let now = 30
  let due = change(now, [enrolled('a'), enrolled('b', { part: 'out' })])
  t.ok(machine.moving, 'it may yet come back')
  while (due <= 200) {
    now = due
    due = machine.tick(now)
  }
  t.notOk(machine.moving, 'nothing changed but the time')
  const before = prepared.length
  change(300, [enrolled('a'), enrolled('b')])
  machine.tick(310)
  t.ok(prepared.length > before, 'and once it is back it is offered again')
})
