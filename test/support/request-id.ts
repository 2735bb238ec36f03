let requests = 0

/** A request id that no other call of this run uses. */
export const nextRequestId = (): string => `request-${process.pid}-${(requests += 1)}`
