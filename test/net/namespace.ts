import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'

const MAIN = 'dist/lib/cli/main.js'
let made = 0

/** Why network namespaces cannot be used here; false: they can. */
export function withoutNamespaces(): string | false {
  if (process.getuid?.() !== 0) return 'only root may make network namespaces'
  try {
    execFileSync('ip', ['netns', 'list'], { stdio: 'pipe' })
    execFileSync('nft', ['--version'], { stdio: 'pipe' })
    return false
  } catch {
    return 'it needs iproute2 and nftables'
  }
}

/** One thing that an agent has said. */
export interface Said {
  readonly event: string
  readonly member?: string
  readonly state?: string
  readonly endpoint?: string
}

/** A `gyre agent` in a namespace, and whom it sees. */
export class NamespaceAgent {
  readonly states = new Map<string, string>()
  readonly said: Said[] = []
  readonly id: string
  endpoint = ''
  readonly child: ChildProcess

  constructor(id: string, child: ChildProcess) {
    this.id = id
    this.child = child
    createInterface({ input: child.stdout! }).on('line', (line) => this.hear(JSON.parse(line)))
  }

  get live(): number {
    return [...this.states.values()].filter((state) => state === 'alive' || state === 'suspect')
      .length
  }

  private hear(said: Said): void {
    this.said.push(said)
    if (said.event === 'ready') this.endpoint = String(said.endpoint)
    if (said.event === 'member') this.states.set(String(said.member), String(said.state))
  }
}

/** A network namespace of the test's own, gone with the test, and the agents in it. */
export class Namespace {
  readonly name: string = `gyre-${process.pid}-${++made}`
  readonly agents: NamespaceAgent[] = []

  constructor(t: Test) {
    execFileSync('ip', ['netns', 'add', this.name])
    t.teardown(async () => {
      const gone = this.agents.map(
        ({ child }) => new Promise((resolve) => child.once('close', resolve)),
      )
      for (const { child } of this.agents) child.kill('SIGKILL')
      await Promise.all(gone)
      execFileSync('ip', ['netns', 'del', this.name])
    })
    this.run('ip', 'link', 'set', 'lo', 'up')
  }

  run(command: string, ...args: readonly string[]): string {
    return execFileSync('ip', ['netns', 'exec', this.name, command, ...args], { encoding: 'utf8' })
  }

  /** Lays a wire to another namespace; both ends are called `wire`. */
  connect(other: Namespace): void {
    const [near, far] = [`gy${process.pid}a`, `gy${process.pid}b`]
    execFileSync('ip', ['link', 'add', near, 'type', 'veth', 'peer', 'name', far])
    for (const [end, space] of [
      [near, this],
      [far, other],
    ] as const) {
      execFileSync('ip', ['link', 'set', end, 'netns', space.name])
      space.run('ip', 'link', 'set', end, 'name', 'wire')
      space.run('ip', 'link', 'set', 'wire', 'up')
    }
  }

  /** Replaces all rules of the namespace's firewall. */
  rules(text: string): void {
    const chain = `chain input {\n type filter hook input priority 0;\n ${text}\n }`
    const input = `flush ruleset\ntable inet gyre {\n ${chain}\n}\n`
    execFileSync('ip', ['netns', 'exec', this.name, 'nft', '-f', '-'], { input })
  }

  agent(id: string, ...flags: readonly string[]): NamespaceAgent {
    const args = ['netns', 'exec', this.name, process.execPath, MAIN, 'agent', '--json', '--id', id]
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
    const agent = new NamespaceAgent(id, spawn('ip', [...args, ...flags], { stdio }))
    this.agents.push(agent)
    return agent
  }
}
