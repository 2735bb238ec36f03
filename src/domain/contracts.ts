import type * as z from 'zod'
import { accountContracts } from './account/contract'
import { appointmentContracts } from './appointment/contract'
import { certificateContracts } from './certificate/contract'
import { chatContracts } from './chat/contract'
import { groupContracts } from './group/contract'
import { handbookContracts } from './handbook/contract'
import { inboxContracts } from './inbox/contract'
import { invitationContracts } from './invitation/contract'
import { membershipContracts } from './membership/contract'
import { moderationContracts } from './moderation/contract'
import { noticeContracts } from './notice/contract'
import { numbersContracts } from './numbers/contract'
import { orderContracts } from './order/contract'
import { placeContracts } from './place/contract'
import { promiseContracts } from './promise/contract'
import { residentContracts } from './resident/contract'
import { printContracts } from './print/contract'
import { seriesContracts } from './series/contract'
import { topicContracts } from './topic/contract'
import { visitContracts } from './visit/contract'

/** Every action there is. */
export const contracts = {
  ...accountContracts,
  ...invitationContracts,
  ...membershipContracts,
  ...residentContracts,
  ...appointmentContracts,
  ...placeContracts,
  ...handbookContracts,
  ...orderContracts,
  ...seriesContracts,
  ...numbersContracts,
  ...chatContracts,
  ...groupContracts,
  ...moderationContracts,
  ...topicContracts,
  ...promiseContracts,
  ...inboxContracts,
  ...noticeContracts,
  ...visitContracts,
  ...certificateContracts,
  ...printContracts,
}
export type Contracts = typeof contracts
export type ActionName = keyof Contracts

/** What a caller gives (defaults may be left out), what a handler gets, and what the caller is answered. */
export type CallInput<N extends ActionName> = z.input<Contracts[N]['input']>
export type ParsedInput<N extends ActionName> = z.output<Contracts[N]['input']>
export type Output<N extends ActionName> = z.output<Contracts[N]['output']>

/** Which cloud function serves the actions of a prefix: related contexts share one, since a cold start is dear. */
export const functionOf = {
  account: 'account',
  invitation: 'account',
  membership: 'account',
  resident: 'account',
  appointment: 'account',
  place: 'place',
  handbook: 'order',
  order: 'order',
  series: 'order',
  numbers: 'order',
  chat: 'chat',
  group: 'chat',
  moderation: 'chat',
  topic: 'chat',
  promise: 'chat',
  inbox: 'chat',
  notice: 'chat',
  visit: 'chat',
  certificate: 'print',
  print: 'print',
} as const
export type Prefix = keyof typeof functionOf
export type FunctionName = (typeof functionOf)[Prefix]

/** The actions that a function serves. */
export type ActionsOf<F extends FunctionName> = {
  [P in Prefix]: (typeof functionOf)[P] extends F ? Extract<ActionName, `${P}.${string}`> : never
}[Prefix]

/** The function that serves an action. */
export const functionFor = (action: ActionName): FunctionName =>
  functionOf[action.slice(0, action.indexOf('.')) as Prefix]
