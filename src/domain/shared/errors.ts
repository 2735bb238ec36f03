/** What can go wrong, as the client is told; the words for each are in `src/copy/errors.ts`. */
export const errorCodes = [
  'BadInput',
  'NotSignedIn',
  'Forbidden',
  'NotFound',
  'Conflict',
  'InvitationUnknown',
  'InvitationExpired',
  'InvitationRevoked',
  'InvitationUsedUp',
  'GuardianNeeded',
  'SecondNeeded',
  'StillInUse',
  'ContentRejected',
  'LimitReached',
  'DangerFirst',
  'SomeoneElsesJob',
  'NotEligible',
  'NothingServed',
  'Offline',
  'Timeout',
  'Internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export type ErrorDetails = Readonly<Record<string, unknown>>

/** An error that the other end may know of. `details` never holds personal data or user text. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code)
    this.name = 'AppError'
  }
}
