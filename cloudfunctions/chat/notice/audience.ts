import type { Account, Standing } from '@/domain/account/schema'
import { flatsIn } from '@/domain/notice/audience'
import { noticeReadId, type Notice } from '@/domain/notice/schema'
import { isGrid, type AreaPath } from '@/domain/shared/area'
import type { Where } from '../../_runtime/collection'
import { command } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'
import { within } from '../../_runtime/within'
import { inParts } from '../../place/side-by-side'

const current: Standing[] = ['unconfirmed', 'confirmed']

/** Those who live in one of these areas. */
export const livingIn = (areaPaths: readonly AreaPath[]): Where => ({ homeAt: command.in([...areaPaths]) })

/** Those of them who should be looked in on. */
export const needingCare = (areaPaths: readonly AreaPath[]): Where => ({ careAt: command.in([...areaPaths]) })

const homeIn = (areaPath: AreaPath): Where => ({
  standing: command.in(current),
  ...(isGrid(areaPath) ? { gridPath: areaPath } : { areaPath: within(areaPath) }),
})

/** How many live in these areas, and in how many flats of them. One wait. @param areaPaths none in another */
export async function countRecipients(
  store: Store,
  areaPaths: readonly AreaPath[],
): Promise<Notice['recipients']> {
  const [residents, households] = await Promise.all([
    store.accounts.count(livingIn(areaPaths)),
    store.accounts.countDistinct(livingIn(areaPaths), {
      array: 'memberships',
      field: 'householdId',
      elements: areaPaths.map(homeIn),
    }),
  ])
  return { residents, households }
}

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
