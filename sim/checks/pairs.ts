/** A number for each (observer, subject), in memory for the subjects that were ever written. */
export class Pairs {
  private readonly columns = new Map<number, Float64Array>()
  private readonly nodes: number
  private readonly initial: number

  constructor(nodes: number, initial: number) {
    this.nodes = nodes
    this.initial = initial
  }

  get(observer: number, subject: number): number {
    return this.columns.get(subject)?.[observer] ?? this.initial
  }

  set(observer: number, subject: number, value: number): void {
    let column = this.columns.get(subject)
    if (column === undefined) {
      column = new Float64Array(this.nodes).fill(this.initial)
      this.columns.set(subject, column)
    }
    column[observer] = value
  }

  /** Forgets all that an observer has. */
  clear(observer: number): void {
    for (const column of this.columns.values()) column[observer] = this.initial
  }
}
