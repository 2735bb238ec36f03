import { messageData } from '@/copy/moments'
import type { Account } from '@/domain/account/schema'
import type { Moment } from '@/domain/order/parts'
import { momentTemplates } from '@/domain/shared/templates'
import type { Timestamp } from '@/domain/shared/time'
import type { Logger } from '../_runtime/log'
import { command, isRefusedMessage, openapi } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** A role's message goes to as many as this. */
export const holdersAtMost = 20

/** What a subscription message tells. */
export interface Message {
  moment: Moment
  /** What it is about, in 20 characters. */
  what: string
  at: Timestamp
  /** Where a tap on it leads. */
  page: string
}

/** Refused: it will not be taken later either. Delayed: WeChat could not take it just now. */
export type Outcome = 'sent' | 'refused' | 'delayed'

/** Hands a message to WeChat, and keeps the ledger of what its reader still agreed to. */
export async function sendMessage(
  store: Store,
  reader: Account,
  message: Message,
  log: Logger,
): Promise<Outcome> {
  const outcome = await handOver(reader.openid, message, log)
  if (outcome !== 'delayed') await spendConsent(store, reader, message.moment, outcome)
  return outcome
}

async function handOver(touser: string, { moment, what, at, page }: Message, log: Logger): Promise<Outcome> {
  try {
    const data = messageData(moment, what, at)
    await openapi.subscribeMessage.send({ touser, templateId: momentTemplates[moment], page, data })
    log.info('messageSent', { moment })
    return 'sent'
  } catch (error) {
    const isRefused = isRefusedMessage(error)
    log.info(isRefused ? 'messageRefused' : 'messageDelayed', { moment })
    return isRefused ? 'refused' : 'delayed'
  }
}

/** One message less; none left once WeChat says so. */
async function spendConsent(
  store: Store,
  reader: Account,
  moment: Moment,
  outcome: 'sent' | 'refused',
): Promise<void> {
  const field = `consents.${moment}`
  const left = outcome === 'refused' ? 0 : command.inc(-1)
  // Counted where it lies: the reader may agree to another one, or be sent one, at the same moment.
  await store.accounts.update({ _id: reader._id, [field]: command.gt(0) }, {}, { [field]: left })
}
