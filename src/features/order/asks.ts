import type { TapEvent } from './next-event'

/**
 * What a tap on an event's button asks for first: nothing · yes or no · a reason, asked in words · the desk, where
 * staff have the whole order before them · a sheet of its own.
 */
export const asksFor = {
  dispatch: 'desk',
  defer: 'desk',
  redirect: 'desk',
  transfer: 'desk',
  split: 'desk',
  merge: 'desk',
  accept: 'nothing',
  takeOver: 'nothing',
  declineStandIn: 'yes',
  takeOffWall: 'reason',
  correctHours: 'desk',
  nod: 'nothing',
  follow: 'nothing',
  resume: 'nothing',
  closeRoster: 'yes',
  withdraw: 'reason',
  decline: 'reason',
  release: 'reason',
  reopen: 'reason',
  cancel: 'reason',
  remark: 'reason',
  followUp: 'reason',
  lookInto: 'reason',
  noShow: 'reason',
  callBack: 'reason',
  checkIn: 'own',
  checkOut: 'yes',
  complete: 'own',
  completeFor: 'desk',
  review: 'own',
  proposeStandIn: 'own',
  rateVisit: 'own',
} as const satisfies Record<TapEvent, 'desk' | 'nothing' | 'yes' | 'reason' | 'own'>
