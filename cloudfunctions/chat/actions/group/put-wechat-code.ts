import { groupActions, isWechatCodeTimely, wechatReminderAt } from '@/domain/group/policy'
import type { GroupSettings } from '@/domain/group/schema'
import { mediaOf } from '@/domain/media/schema'
import { AppError } from '@/domain/shared/errors'
import { refOf } from '@/domain/shared/person'
import type { Call } from '../../../_runtime/action'
import { checkLater } from '../../../_runtime/check-later'
import { deleteOwnFiles, uploadKeyOf } from '../../../_runtime/own-files'
import { action } from '../../../_runtime/serve'
import { findPlaceGroup } from '../../find-group'
import { presentGroup } from '../../group/present-group'
import { ruleHouse } from '../../group/rule-house'

type PutCall = Call<'group.putWechatCode'>

export const putWechatCode = action('group.putWechatCode', {
  fetch: ({ input, store }) => findPlaceGroup(store, input.groupPath),
  load: async (_call, group) => group,
  allow: (actor, { groupPath }) => groupActions(actor, groupPath).includes('putWechatCode'),
  handle: async (call, group) => {
    const { actor, input, now } = call
    // Looked at first, since there may be no such place.
    presentGroup(actor, group, now)
    const { wechatCode } = input
    const files = mediaOf({ photoFileIds: wechatCode ? [wechatCode.fileId] : [] })
    const of = { kind: 'group', id: group.groupPath } as const
    const [settings] = await Promise.all([
      ruleHouse(call, group, {
        body: { kind: 'house', what: wechatCode ? 'wechatCode' : 'noWechatCode', hours: null },
        change: (found) => withCode(call, found),
      }),
      checkLater(call.store, { of, files, byUserId: actor._id, now }),
    ])
    await dropOld(call, group.settings, settings)
    return { group: presentGroup(actor, group, now, settings) }
  },
})

/** @throws AppError BadInput for one that has expired, or that says it is good for longer than WeChat's codes are */
function withCode({ actor, input: { wechatCode }, now }: PutCall, found: GroupSettings): GroupSettings {
  if (!wechatCode) return { ...found, wechatCode: null, wakeAt: null }
  const { expiresAt } = wechatCode
  if (!isWechatCodeTimely(expiresAt, now)) throw new AppError('BadInput', { where: ['wechatCode.expiresAt'] })
  return {
    ...found,
    wechatCode: { ...wechatCode, by: refOf(actor) },
    wakeAt: wechatReminderAt(expiresAt, now),
  }
}

/** Nobody shows the old picture any more; should this fail, it is one that nobody finds. */
async function dropOld(call: PutCall, before: GroupSettings, after: GroupSettings): Promise<void> {
  const old = before.wechatCode
  if (old?.by.userId !== call.actor._id || old.fileId === after.wechatCode?.fileId) return
  await deleteOwnFiles([uploadKeyOf(call.openid)], [old.fileId]).catch(() => undefined)
}
