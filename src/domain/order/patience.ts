import { days, hours } from '../shared/time'

/** How long things may stand still. */
export const patience = {
  /** An offer that its volunteers don't answer goes back to the desk. */
  offer: hours(2),
  /** A hall order that nobody takes goes back to the desk. */
  hall: hours(12),
  /** After the visit was due, a claim without a check-in goes back to the desk. */
  claim: hours(12),
  /** A completed order that nobody rates closes by itself. */
  rating: days(7),
  /** From one level of lateness to the next: leader → staff → street. */
  escalation: [hours(2), hours(22)],
  /** A visit that lasts longer than this and three times its plan is asked after. */
  visit: hours(4),
  /** "Not solved" is to be set right within this time. */
  reopened: days(1),
  /** Nothing is put off for longer. */
  deferral: days(366),
  /** How long a phone without network may keep a time to itself. */
  offline: days(1),
} as const

/** In time, the leader knows, staff, the street: there is nobody above. */
export const mostLate = 3
