import type { Owners } from '../../world/rings/owners.js'

/**
 * L10: every slot has one owner that may act for it, whom all mean it to have, and of whom all know: so
 * a request for it, to whichever member, is executed within one hop (R11). Undefined: so it is.
 */
export function unrest(owners: Owners): string | undefined {
  const { world, plan } = owners
  const up = world.running().filter((index) => world.truth.leaving[index] === 0)
  const nodes = up.map((index) => owners.node(index)).filter((node) => node !== undefined)
  if (nodes.some((node) => node.machine.moving)) return 'slots are on their way'
  for (let slot = 0; slot < plan.slots; slot++) {
    const acting = nodes.filter((node) => node.acts(slot))
    if (canOwn(owners, slot) && acting.length !== 1) {
      return `slot ${slot} has ${acting.length} owners`
    }
    const [owner] = acting
    for (const node of owner === undefined ? [] : nodes) {
      const target = node.ring.ownerOfSlot(slot)
      if (owner.id !== target) return `slot ${slot} is ${owner.id}'s, and for ${target}`
      if (node.machine.claims.holder(slot) !== owner.id) return `${node.id} knows not of ${slot}`
    }
  }
  return undefined
}

/** Whether enough voters run for anybody to own a slot. */
function canOwn(owners: Owners, slot: number): boolean {
  const { world, plan } = owners
  if (plan.mode !== 'majority') return world.running().length > 0
  const voters = owners.voters.of(slot)
  const up = world.running().map((index) => world.id(index))
  return 2 * voters.filter((id) => up.includes(id)).length > voters.length
}
