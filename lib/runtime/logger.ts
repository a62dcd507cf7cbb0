/** Where a cluster writes what operators should read: the shape of pino's logger and of the console. */
export interface Logger {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}
