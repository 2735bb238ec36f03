import type { ModerationCase } from '@/domain/moderation/schema'
import type { Transaction } from '../../_runtime/transaction'
import { changeSettings } from '../group/settings-in-log'

/** Whom a case has silenced may write again; a silence for something else stays. */
export async function liftSilence(
  transaction: Transaction,
  { _id, groupPath }: ModerationCase,
): Promise<void> {
  const settings = await transaction.groups.get(groupPath)
  if (!settings?.silences.some(({ caseId }) => caseId === _id)) return
  await changeSettings(transaction, groupPath, (found) => ({
    ...found,
    silences: found.silences.filter(({ caseId }) => caseId !== _id),
  }))
}
