import type { Observer } from './observer.js'

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
] as const satisfies readonly (keyof Observer)[]

type Seeing<K extends keyof Observer> = Observer & Required<Pick<Observer, K>>

/** The observers of a world, by what they want to see: there are millions of datagrams to show. */
export class Observers {
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

  add(observer: Observer): void {
    for (const hook of HOOKS) {
      if (observer[hook] !== undefined) (this[hook] as Observer[]).push(observer)
    }
  }
}
