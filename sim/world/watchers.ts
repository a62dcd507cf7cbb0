import type { Witness } from './witness.js'

const HOOKS = [
  'changed',
  'booted',
  'ended',
  'sent',
  'lost',
  'touched',
  'unheard',
  'arriving',
  'arrived',
  'ticking',
  'ticked',
  'fault',
] as const satisfies readonly (keyof Witness)[]

type Seeing<K extends keyof Witness> = Witness & Required<Pick<Witness, K>>

/** Those who look on, by what they want to see: there are millions of datagrams to be asked about. */
export class Watchers {
  readonly changed: Seeing<'changed'>[] = []
  readonly booted: Seeing<'booted'>[] = []
  readonly ended: Seeing<'ended'>[] = []
  readonly sent: Seeing<'sent'>[] = []
  readonly lost: Seeing<'lost'>[] = []
  readonly touched: Seeing<'touched'>[] = []
  readonly unheard: Seeing<'unheard'>[] = []
  readonly arriving: Seeing<'arriving'>[] = []
  readonly arrived: Seeing<'arrived'>[] = []
  readonly ticking: Seeing<'ticking'>[] = []
  readonly ticked: Seeing<'ticked'>[] = []
  readonly fault: Seeing<'fault'>[] = []

  add(witness: Witness): void {
    for (const hook of HOOKS) {
      if (witness[hook] !== undefined) (this[hook] as Witness[]).push(witness)
    }
  }
}
