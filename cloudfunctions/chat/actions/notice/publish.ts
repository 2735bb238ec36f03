import type { Account } from '@/domain/account/schema'
import type { ParsedInput } from '@/domain/contracts'
import type { NoticeView } from '@/domain/notice/contract'
import { outermost, pathsOf } from '@/domain/notice/audience'
import { mediaOf } from '@/domain/media/schema'
import { canPublishTo } from '@/domain/notice/policy'
import { addressKeys, type Notice, type NoticeButton } from '@/domain/notice/schema'
import { nextWakeOf, timesOf } from '@/domain/notice/timing'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { refOf } from '@/domain/shared/person'
import type { Timestamp } from '@/domain/shared/time'
import { noticeTopics, topics } from '@/domain/signal/topics'
import { checkLater } from '../../../_runtime/check-later'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import type { Store } from '../../../_runtime/store'
import { findHandbook, findService } from '../../../order/find-handbook'
import { countRecipients } from '../../../place/estate-counts'
import { findAreas } from '../../notice/areas'
import { groupsWithin } from '../../notice/groups'
import { readTurn } from '../../notice/pace'
import { presentNotice, presentOne } from '../../notice/present-notice'
import { writeNotice } from '../../notice/write-notice'

/** So few groups have their card with the notice itself; into more of them the clock posts it, in batches. */
const postedAtOnce = 3

/** Four waits: what there is, what went before, the notice with its first cards, and word of it to the phones. */
export const publishNotice = action('notice.publish', {
  fetch: async ({ input, now, requestId, store }) => {
    const paths = outermost(input.areaPaths)
    const [earlier, areas, groups, turn, { residents, households }] = await Promise.all([
      store.notices.get(requestId),
      findAreas(store, input.areaPaths),
      groupsWithin(store, paths, { after: '', limit: postedAtOnce + 1 }),
      readTurn(store, paths),
      countRecipients(store, paths, now),
      checkButton(store, input.button, paths, now),
    ])
    return { earlier, areas, groups, turn, recipients: { residents, households } }
  },
  load: async (_call, found) => found,
  allow: (actor, _found, { areaPaths }) => canPublishTo(actor, areaPaths),
  handle: async ({ actor, input, log, now, openid, requestId, store, trips }, found) => {
    const { earlier, areas, groups, turn, recipients } = found
    if (earlier) return { notice: await answerAgain(store, actor, mine(earlier, actor), { groups, now }) }
    const times = timesOf(input, now)
    const caller = input.button?.kind === 'call' ? input.button.name : ''
    await checkText(`${input.title}\n${input.text}\n${caller}`, openid, log)
    const isOut = input.publishAt === null
    const isPosted = isOut && groups.length <= postedAtOnce
    const notice = newNotice(actor, input, { requestId, now, areas, recipients, isPosted, ...times })
    const posted = isPosted ? groups : []
    const of = { kind: 'notice', id: notice._id } as const
    const [known] = await Promise.all([
      writeNotice({ store, trips }, { notice, author: actor, groups: posted, turn }),
      checkLater(store, { of, files: mediaOf(notice), byUserId: actor._id, now }),
    ])
    const written = mine(known, actor)
    await moveSignals(store, [...noticeTopics(pathsOf(notice)), ...posted.map(topics.chat)])
    return {
      notice: presentNotice(actor, written, { isRead: false, reads: { people: 0, households: 0 }, now }),
    }
  },
})

/** The first time may have ended between writing and telling: tell again, it does no harm. */
async function answerAgain(
  store: Store,
  actor: Account,
  notice: Notice,
  { groups, now }: { groups: readonly AreaPath[]; now: Timestamp },
): Promise<NoticeView> {
  const [view] = await Promise.all([
    presentOne(store, actor, notice, now),
    moveSignals(store, [...noticeTopics(pathsOf(notice)), ...groups.map(topics.chat)]),
  ])
  return view
}

/** A request id that someone else has used is no way to read a notice. */
function mine(notice: Notice, actor: Account): Notice {
  if (notice.author.userId !== actor._id) throw new AppError('Forbidden')
  return notice
}

/** What can be ordered has to be offered in every community that is told of it. @throws AppError NotFound */
async function checkButton(
  store: Store,
  button: NoticeButton | null,
  paths: readonly AreaPath[],
  now: Timestamp,
): Promise<void> {
  if (button?.kind !== 'order') return
  const communities = [...new Set(paths.map((path) => ancestorAt(path, 'community')))]
  await Promise.all(
    communities.map(async (path) => {
      if (path === null) throw new AppError('NotFound', { what: 'service' })
      findService(await findHandbook(store, path, now), button.serviceId)
    }),
  )
}

interface Given extends Pick<Notice, 'areas' | 'recipients' | 'publishedAt' | 'expiresAt' | 'visitAt'> {
  requestId: string
  now: Timestamp
  /** Its cards are written with it. */
  isPosted: boolean
}

function newNotice(
  actor: Account,
  { button, isUrgent, photoFileIds, publishAt, text, title }: ParsedInput<'notice.publish'>,
  { requestId, now, isPosted, ...given }: Given,
): Notice {
  const notice: Notice = {
    ...given,
    _id: requestId,
    title,
    text,
    photoFileIds,
    photosRefused: 0,
    button,
    isUrgent,
    state: publishAt === null ? 'published' : 'scheduled',
    author: refOf(actor),
    remindedAt: null,
    remindedBy: null,
    withdrawn: null,
    readCounts: { person: 0, household: 0 },
    lastReadAt: null,
    work: [
      ...(isPosted ? [] : [{ kind: 'post' as const, after: '' }]),
      ...(given.visitAt === null ? [] : [{ kind: 'visit' as const, after: '' }]),
    ],
    wakeAt: null,
    publishedKey: pageKey(given.publishedAt, requestId),
    addressKeys: addressKeys.ofNotice(pathsOf(given)),
    namedIds: [actor._id],
    version: 0,
  }
  return { ...notice, wakeAt: nextWakeOf(notice, now) }
}
