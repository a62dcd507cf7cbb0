import { readFileSync } from 'node:fs'
import { PROFILES, protocolOptions, type ProfileName } from '../../lib/core/index.js'
import { EXPERIMENTS, type Experiment } from '../experiments/index.js'
import { PLANTS } from '../plants/index.js'
import { readScenario } from '../scenarios/file.js'
import { planOf, type Scenario } from '../scenarios/scenario.js'
import type { Plan } from '../plans/plan.js'
import { shippedScenarios } from '../scenarios/shipped.js'
import { SimError } from '../plans/sim-error.js'

/** A scenario, of the package or from a file, or an experiment. @throws SimError `USAGE` */
export function find(name: string | undefined): Scenario | Experiment {
  if (name === undefined) {
    throw new SimError('USAGE', "expected a scenario's name or file; 'gyre sim list' has the names")
  }
  const known = [...shippedScenarios(), ...EXPERIMENTS].find((one) => one.name === name)
  if (known !== undefined) return known
  if (!/\.ya?ml$/.test(name)) {
    throw new SimError(
      'USAGE',
      `unknown scenario '${name}': expected one of 'gyre sim list', or a .yaml file`,
    )
  }
  try {
    return readScenario(readFileSync(name, 'utf8'), name)
  } catch (error) {
    if (error instanceof SimError) throw error
    throw new SimError('USAGE', `cannot read ${name}: ${(error as Error).message}`)
  }
}

export function isExperiment(one: Scenario | Experiment): one is Experiment {
  return 'measure' in one
}

/** What `--set`, `--profile` and `--plant` change. */
export interface Overrides {
  readonly sets: readonly string[]
  readonly profile?: string
  readonly plant?: string
}

/** `path=value` of `--set`. */
function assignment(text: string): readonly [path: string, value: string] {
  const at = text.indexOf('=')
  if (at < 1) throw new SimError('USAGE', `--set: expected path=value, got '${text}'`)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** An experiment's numbers, with those of `--set`. */
export function parametersOf(
  experiment: Experiment,
  sets: readonly string[],
): Record<string, number> {
  const parameters: Record<string, number> = { ...experiment.takes }
  for (const [name, value] of sets.map(assignment)) {
    const names = Object.keys(parameters)
    if (name === 'tiny' && value === 'true') Object.assign(parameters, experiment.tiny)
    else if (!names.includes(name)) {
      throw new SimError(
        'USAGE',
        `--set: ${experiment.name} takes ${names.join(', ')}, not '${name}'`,
      )
    } else parameters[name] = numberOf(name, value)
  }
  return parameters
}

function numberOf(name: string, value: string): number {
  const number = Number(value)
  if (value !== '' && number >= 0 && Number.isFinite(number)) return number
  throw new SimError('USAGE', `--set ${name}: expected a number, got '${value}'`)
}

/** Sizes that can be set from outside, and their ranges. */
const SIZES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  nodes: [2, 100_000],
  durationMs: [1, 86_400_000],
  settleMs: [0, 86_400_000],
}

/** The plan of a scenario for a seed, changed as asked. @throws SimError `USAGE` */
export function changedPlan(scenario: Scenario, seed: number, overrides: Overrides): Plan {
  const plan: Record<string, unknown> = { ...scenario.plan }
  const protocol: Record<string, unknown> = { ...scenario.plan.protocol }
  const network: Record<string, unknown> = { ...scenario.plan.network }
  for (const [path, value] of overrides.sets.map(assignment)) {
    const [head, tail] = path.split('.')
    if (path in SIZES) {
      const [least, most] = SIZES[path]
      const number = numberOf(path, value)
      if (!Number.isInteger(number) || number < least || number > most) {
        throw new SimError(
          'USAGE',
          `--set ${path}: expected a whole number in ${least}…${most}, got '${value}'`,
        )
      }
      plan[path] = number
    } else if (head === 'protocol' && tail in PROFILES.lan) {
      const number = Number(value)
      protocol[tail] =
        value === 'true' || value === 'false'
          ? value === 'true'
          : Number.isNaN(number)
            ? value
            : number
    } else if (path === 'network.loss') {
      const loss = numberOf(path, value)
      if (loss > 1)
        throw new SimError('USAGE', `--set ${path}: expected a part of 1, got '${value}'`)
      network.loss = loss
    } else {
      const paths = [...Object.keys(SIZES), 'network.loss', 'protocol.<option>'].join(', ')
      throw new SimError('USAGE', `--set: expected one of ${paths}, got '${path}'`)
    }
  }
  const profile = (overrides.profile ?? scenario.plan.profile) as ProfileName
  checkProtocol(profile, protocol)
  const { plant } = overrides
  if (plant !== undefined && !PLANTS.some(({ name }) => name === plant)) {
    const names = PLANTS.map(({ name }) => name).join(', ')
    throw new SimError('USAGE', `--plant: expected one of ${names}, got '${plant}'`)
  }
  const where = PLANTS.find(({ name }) => name === plant)?.where
  const changed = {
    ...scenario,
    plan: { ...scenario.plan, ...plan, profile, protocol, network },
  }
  return { ...planOf(changed, seed), ...where, ...(plant !== undefined && { plant }) }
}

/** The engine's own checks of its options, as a fault of the caller. */
function checkProtocol(profile: ProfileName, protocol: Record<string, unknown>): void {
  try {
    protocolOptions(profile, protocol)
  } catch (error) {
    throw new SimError('USAGE', (error as Error).message)
  }
}
