import type { MessageBody } from '@/domain/chat/schema'
import { titleIn } from '@/domain/chat/policy'
import type { GroupSettings } from '@/domain/group/schema'
import { topics } from '@/domain/signal/topics'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../../_runtime/action'
import { moveSignals } from '../../_runtime/signals'
import { stableId } from '../../account/stable-id'
import type { NewMessage } from '../append-message'
import { changeSettings } from './settings-in-log'
import type { PlaceGroup } from '../find-group'
import { inLog } from '../in-log'

type Ruler = Pick<
  Call<'group.setHours' | 'group.putWechatCode'>,
  'actor' | 'input' | 'now' | 'requestId' | 'store' | 'trips'
>

/**
 * Changes how a group works and says so in it, both or neither; the same request once. Two waits.
 * @returns the settings as they are now
 * @throws AppError Conflict where another set its hours or its WeChat code since the caller looked
 */
export async function ruleHouse(
  call: Ruler,
  group: PlaceGroup,
  { body, change }: { body: MessageBody; change: (settings: GroupSettings) => GroupSettings },
): Promise<GroupSettings> {
  const { groupPath } = group
  const { input, store } = call
  const line = lineOf(call, groupPath, body)
  const settings = await inLog(call, group, async (transaction, write) => {
    const said = await transaction.messages.get(line._id)
    if (said) return (await transaction.groups.get(groupPath)) ?? group.settings
    const changed = await changeSettings(transaction, groupPath, (found) => {
      if (found.rulesVersion !== input.version) throw new AppError('Conflict')
      return { ...change(found), rulesVersion: found.rulesVersion + 1 }
    })
    await write(line)
    return changed
  })
  // Also where it was done before: the first time may have broken off before the phones were told.
  await moveSignals(store, [topics.chat(groupPath)])
  return settings
}

const lineOf = ({ actor, now, requestId }: Ruler, groupPath: string, body: MessageBody): NewMessage => ({
  _id: stableId('house', actor._id, groupPath, requestId),
  groupPath,
  authorId: actor._id,
  authorName: actor.nickname,
  authorAvatar: actor.avatarFileId,
  authorTitle: titleIn(actor, groupPath),
  body,
  sentAt: now,
})
