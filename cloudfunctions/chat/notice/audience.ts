import type { Account } from '@/domain/account/schema'
import { flatsIn } from '@/domain/notice/audience'
import { noticeReadId, type Notice } from '@/domain/notice/schema'
import type { Store } from '../../_runtime/store'
import { inParts } from '../../place/side-by-side'

/** The most ids in one request. */
const idsAtOnce = 500

/** Those among some people who have not read a notice, and in whose flat nobody has. One wait. */
export async function unreadAmong<T extends Pick<Account, '_id' | 'memberships'>>(
  store: Store,
  notice: Pick<Notice, '_id' | 'areas'>,
  people: readonly T[],
): Promise<T[]> {
  const readersOf = (person: T): string[] => [person._id, ...flatsIn(notice, person)]
  const marksOf = (person: T): string[] => readersOf(person).map((id) => noticeReadId(notice._id, id))
  const marks = inParts([...new Set(people.flatMap(marksOf))], idsAtOnce)
  const found = await Promise.all(marks.map((ids) => store.noticeReads.getMany(ids)))
  const read = new Set(found.flat().map(({ _id }) => _id))
  return people.filter((person) => !marksOf(person).some((id) => read.has(id)))
}
