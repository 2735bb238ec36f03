import type { Moment } from '../order/parts'

/**
 * Where somebody may be asked whether we may tell them: WeChat lets us ask on a tap only, and each "yes" is good for
 * one message. `order`: asks for help · `helped`: answers those who come · `take`: takes an order · `standIn`: asks
 * somebody to go instead · `volunteer`: says when they can help, or that they are done · `desk`: staff at work ·
 * `lead`: a leader at work · `name`: names somebody for a role · `promise`, `notice`, `wechatCode`: makes, reads, puts one up · `joined`: has just moved in.
 */
export type ConsentTap =
  | 'order'
  | 'helped'
  | 'take'
  | 'standIn'
  | 'volunteer'
  | 'desk'
  | 'lead'
  | 'name'
  | 'promise'
  | 'notice'
  | 'wechatCode'
  | 'joined'

/** On which taps each moment is asked for: one that nobody is ever asked for does not compile. */
export const tapsOf: Readonly<Record<Moment, readonly [ConsentTap, ...ConsentTap[]]>> = {
  accepted: ['order'],
  completed: ['order'],
  released: ['order', 'take'],
  redirected: ['helped'],
  cancelled: ['take', 'helped'],
  merged: ['helped'],
  deferred: ['helped'],
  resumed: ['helped'],
  closed: ['helped'],
  remarked: ['helped', 'volunteer'],
  offered: ['take', 'volunteer'],
  standInDeclined: ['standIn'],
  hoursCorrected: ['volunteer'],
  digest: ['desk'],
  late: ['desk', 'lead'],
  unhappy: ['desk'],
  unsafe: ['desk'],
  newcomerWaits: ['lead'],
  vouched: ['joined'],
  roleLapsed: ['name'],
  promiseDue: ['promise'],
  codeExpires: ['wechatCode'],
  notice: ['notice'],
}

/** WeChat takes so many templates at once. */
const atOnce = 3

/** With so many messages left of a kind nobody is asked for more; an order after another needs one each. */
const enough: Readonly<Partial<Record<ConsentTap, number>>> = { order: 2, take: 2 }

/**
 * What to ask for on a tap: the kinds of which fewest are left, none of which there are enough.
 * @param left how many messages of each kind they still agreed to get
 * @param refused what they have just said no to: nobody is asked twice in a day
 */
export function momentsToAsk(
  tap: ConsentTap,
  left: Readonly<Record<string, number>>,
  refused: readonly string[],
): Moment[] {
  const of = (moment: Moment): number => left[moment] ?? 0
  return (Object.keys(tapsOf) as Moment[])
    .filter((moment) => tapsOf[moment].includes(tap) && !refused.includes(moment))
    .filter((moment) => of(moment) < (enough[tap] ?? 1))
    .sort((a, b) => of(a) - of(b))
    .slice(0, atOnce)
}
