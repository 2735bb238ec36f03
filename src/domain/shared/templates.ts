import type { Moment } from '../order/parts'

/**
 * The subscription-message template of each moment, as WeChat's console numbers them (小程序后台 → 订阅消息).
 * Put your own ids here before a release; the local cloud takes any. All use the fields thing1 (what),
 * phrase2 (how it stands) and time3 (when).
 */
export const momentTemplates: Readonly<Record<Moment, string>> = {
  offered: 'TEMPLATE-OFFERED',
  accepted: 'TEMPLATE-ACCEPTED',
  completed: 'TEMPLATE-COMPLETED',
  released: 'TEMPLATE-RELEASED',
  standInDeclined: 'TEMPLATE-STAND-IN-DECLINED',
  cancelled: 'TEMPLATE-CANCELLED',
  merged: 'TEMPLATE-MERGED',
  deferred: 'TEMPLATE-DEFERRED',
  resumed: 'TEMPLATE-RESUMED',
  remarked: 'TEMPLATE-REMARKED',
  hoursCorrected: 'TEMPLATE-HOURS-CORRECTED',
  closed: 'TEMPLATE-CLOSED',
  late: 'TEMPLATE-LATE',
  redirected: 'TEMPLATE-REDIRECTED',
  unhappy: 'TEMPLATE-UNHAPPY',
  unsafe: 'TEMPLATE-UNSAFE',
  digest: 'TEMPLATE-DIGEST',
  codeExpires: 'TEMPLATE-CODE-EXPIRES',
  promiseDue: 'TEMPLATE-PROMISE-DUE',
  newcomerWaits: 'TEMPLATE-NEWCOMER-WAITS',
  vouched: 'TEMPLATE-VOUCHED',
  roleLapsed: 'TEMPLATE-ROLE-LAPSED',
  notice: 'TEMPLATE-NOTICE',
}
