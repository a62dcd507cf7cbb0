#!/usr/bin/env node
import { run } from './command.js'
import { processTerminal } from '../terminal/index.js'

async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), processTerminal())
}

void main()
