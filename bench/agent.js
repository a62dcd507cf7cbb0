// One real `gyre agent` process, and what it has told.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sleep } from './report.js'

const MAIN = fileURLToPath(new URL('../dist/lib/cli/main.js', import.meta.url))
/** Clock ticks a second in /proc/PID/stat; 100 on every Linux of today. */
const TICKS = 100

export class Agent {
  constructor(id, seed, profile) {
    this.id = id
    this.states = new Map()
    this.events = []
    const seeds = seed === undefined ? [] : ['--seed', seed]
    const flags = ['agent', '--json', '--id', id, '--profile', profile, ...seeds]
    this.child = spawn(process.execPath, [MAIN, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
    this.gone = new Promise((resolve) => this.child.once('close', resolve))
    createInterface({ input: this.child.stdout }).on('line', (line) => this.hear(JSON.parse(line)))
  }

  hear(event) {
    if (event.event === 'ready') this.endpoint = event.endpoint
    if (event.event !== 'member') return
    this.states.set(event.member, event.state)
    this.events.push(event)
  }

  sees(ids) {
    return ids.every((id) => id === this.id || this.states.get(id) === 'alive')
  }

  cpuSeconds() {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  }

  residentMb() {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))
    return Number(kb) / 1_024
  }
}

export async function until(holds, timeoutMs = 30_000) {
  const end = performance.now() + timeoutMs
  while (!holds()) {
    if (performance.now() > end) return
    await sleep(10)
  }
}
