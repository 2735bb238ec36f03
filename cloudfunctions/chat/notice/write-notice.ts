import type { Account } from '@/domain/account/schema'
import type { Message } from '@/domain/chat/schema'
import { pathsOf } from '@/domain/notice/audience'
import type { Notice } from '@/domain/notice/schema'
import type { AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { command, isDuplicate, isTransactionConflict } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'
import { inTransaction } from '../../_runtime/transaction'
import type { Trips } from '../../_runtime/trips'
import { lastSeq } from '../append-message'
import { noticeMessage } from './card'
import { nextMoment, readTurn } from './pace'

/** Those who write to a group, or to its neighbours, at the same instant. */
const attempts = 12

interface Writing {
  notice: Notice
  author: Account
  /** Into whose log the card goes with it; none: the clock posts it. */
  groups: readonly AreaPath[]
  /** What `readTurn` answered before anything else was asked. */
  turn: ReadonlyMap<string, number | null>
}

/**
 * Puts a notice, with its cards in a few groups, into the database, all or nothing: two common ones that are written
 * at the same moment can't both find that none went within the hour. Two waits, more where others write too.
 * @returns the one that stands: the same request may have come twice
 * @throws AppError LimitReached (`retryAt`)
 */
export async function writeNotice(
  { store, trips }: { store: Store; trips: Trips },
  { notice, author, groups, turn }: Writing,
): Promise<Notice> {
  let seen = turn
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) seen = await readTurn(store, pathsOf(notice))
    const [newest] = await Promise.all([
      Promise.all(groups.map((groupPath) => lastSeq(store, groupPath))),
      notice.isUrgent ? null : keepPace(store, notice),
    ])
    const cards = groups.map((groupPath, n) =>
      noticeMessage(notice, author, { at: notice.publishedAt, groupPath, seq: (newest[n] ?? 0) + 1 }),
    )
    try {
      if (await insertAll(trips, notice, cards, notice.isUrgent ? new Map() : seen)) return notice
    } catch (error) {
      if (!isDuplicate(error) && !isTransactionConflict(error)) throw error
    }
    const written = await store.notices.get(notice._id)
    if (written) return written
  }
  throw new Error(`no turn for a notice after ${attempts} attempts`)
}

async function keepPace(store: Store, notice: Notice): Promise<void> {
  const retryAt = await nextMoment(store, pathsOf(notice), notice.publishedAt)
  if (retryAt > notice.publishedAt) throw new AppError('LimitReached', { retryAt })
}

/** false: another one was written since it was looked. */
const insertAll = (
  trips: Trips,
  notice: Notice,
  cards: readonly Message[],
  turn: ReadonlyMap<string, number | null>,
): Promise<boolean> =>
  inTransaction(trips, async ({ messages, notices, signals }) => {
    for (const [_id, n] of turn) {
      const signal = await signals.get(_id)
      if ((signal?.n ?? null) !== n) return false
      if (signal) await signals.update(_id, {}, { n: command.inc(1) })
      else await signals.insert({ _id, n: 0, at: 0 })
    }
    await notices.insert(notice)
    for (const card of cards) await messages.insert(card)
    return true
  })
