import { newSettings, type GroupSettings } from '@/domain/group/schema'
import { personIdsIn } from '@/domain/shared/person'
import type { Transaction } from '../../_runtime/transaction'

/** Changes what is kept of a group, within a transaction; answers it as it then stands. */
export async function changeSettings(
  { groups }: Pick<Transaction, 'groups'>,
  groupPath: string,
  change: (settings: GroupSettings) => Partial<GroupSettings>,
): Promise<GroupSettings> {
  const before = await groups.get(groupPath)
  const settings = before ?? newSettings(groupPath)
  const { _id, ...fields } = { ...settings, ...change(settings), version: settings.version + 1, namedIds: [] }
  const after = { ...fields, namedIds: personIdsIn(fields) }
  if (before) await groups.update(_id, after)
  else await groups.insert({ _id, ...after })
  return { _id, ...after }
}
