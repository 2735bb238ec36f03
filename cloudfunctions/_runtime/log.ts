/** A line of the cloud's log, as JSON, so that it can be searched by field. It holds no user text. */
export interface Logger {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void
  error(event: string, error: unknown, fields?: Readonly<Record<string, unknown>>): void
}

/** A logger whose every line carries `base` (request id, action). */
export const createLogger = (base: Readonly<Record<string, unknown>>): Logger => ({
  info: (event, fields = {}) => console.log(JSON.stringify({ level: 'info', event, ...base, ...fields })),
  error: (event, error, fields = {}) =>
    console.error(
      JSON.stringify({
        level: 'error',
        event,
        ...base,
        ...fields,
        error: error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error),
      }),
    ),
})
