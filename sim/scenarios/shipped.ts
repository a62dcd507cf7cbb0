import { readdirSync, readFileSync } from 'node:fs'
import { readScenario } from './file.js'
import type { Scenario } from './scenario.js'

const FILES = new URL('./files/', import.meta.url)

/** The scenarios that come with the package, by name. */
export function shippedScenarios(): Scenario[] {
  return readdirSync(FILES)
    .toSorted()
    .map((file) => readScenario(readFileSync(new URL(file, FILES), 'utf8'), file))
}
