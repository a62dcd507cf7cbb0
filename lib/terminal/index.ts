/** What the commands share: the terminal they write to, and the parsing of their arguments. */
export { noPositionals, parse, wholeNumber } from './arguments.js'
export { EXIT_USAGE, processTerminal, UsageError, type Terminal } from './terminal.js'
