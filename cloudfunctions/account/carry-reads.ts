import type { ReadMark } from '@/domain/chat/schema'
import { noticeReadId, type NoticeRead } from '@/domain/notice/schema'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { changeReadMark, marksOf } from '../chat/read-mark'

/** Lines of each kind in one pass. */
const batch = 100

/**
 * What the dropped one of two accounts had read, of notices and in groups, the kept one has read, and what either
 * wanted quiet or on top of the list stays so: their ids say whose they are. Answers how many lines it found; done
 * again it goes on.
 */
export async function carryReads(store: Store, from: string, to: string): Promise<number> {
  const [reads, marks] = await Promise.all([
    store.noticeReads.find({ userId: from }, { limit: batch }),
    store.readMarks.find({ _id: marksOf(from) }, { limit: batch }),
  ])
  await Promise.all([
    ...reads.map((read) => carryRead(store, read, to)),
    ...marks.map((mark) => carryMark(store, mark, to)),
  ])
  return reads.length + marks.length
}

async function carryRead(store: Store, read: NoticeRead, userId: string): Promise<void> {
  const { _id, kind, noticeId } = read
  // A flat's line is the flat's.
  if (kind === 'household') {
    await store.noticeReads.update({ _id }, { userId })
    return
  }
  await store.noticeReads.insertOnce({ ...read, _id: noticeReadId(noticeId, userId), userId })
  await store.noticeReads.remove({ _id })
}

async function carryMark(store: Store, mark: ReadMark, userId: string): Promise<void> {
  const { _id, groupPath, isMuted, isPinned, seq } = mark
  const fields = { ...(isMuted ? { isMuted } : {}), ...(isPinned ? { isPinned } : {}) }
  const operations = { seq: command.max(seq) }
  await changeReadMark(store, { userId, groupPath }, { fields, operations, begin: seq })
  await store.readMarks.remove({ _id })
}
