/** What really is, as opposed to what anybody believes. */
export class Truth {
  /** Whether the process runs. */
  readonly up: Uint8Array
  /** Which of its lives it is in. */
  readonly boot: Int32Array
  /** It stands still until this virtual time, in microseconds. */
  readonly stalledUntil: Float64Array
  /** Whether it has announced its leave in this life. */
  readonly leaving: Uint8Array
  /** The incarnation in which it announced its leave; −1: it has not. */
  readonly leftIn: Int32Array
  /** The greatest incarnation that it ever had. */
  readonly incarnation: Int32Array
  /** All incarnations in which it called itself alive. */
  private readonly spoken: (Set<number> | undefined)[] = []
  /** The incarnation that all started with. */
  private readonly first: number

  constructor(nodes: number, first: number) {
    this.up = new Uint8Array(nodes)
    this.boot = new Int32Array(nodes)
    this.leaving = new Uint8Array(nodes)
    this.stalledUntil = new Float64Array(nodes)
    this.leftIn = new Int32Array(nodes).fill(-1)
    this.incarnation = new Int32Array(nodes).fill(-1)
    this.first = first
  }

  booted(index: number, incarnation: number): void {
    this.up[index] = 1
    this.stalledUntil[index] = 0
    this.leaving[index] = 0
    this.boot[index]++
    this.spoke(index, incarnation)
  }

  spoke(index: number, incarnation: number): void {
    this.incarnation[index] = Math.max(this.incarnation[index], incarnation)
    if (incarnation !== this.first) (this.spoken[index] ??= new Set()).add(incarnation)
  }

  /** Whether it ever said of itself to be alive in this incarnation. */
  hasSpoken(index: number, incarnation: number): boolean {
    if (incarnation === this.first) return this.boot[index] > 0
    return this.spoken[index]?.has(incarnation) ?? false
  }
}
