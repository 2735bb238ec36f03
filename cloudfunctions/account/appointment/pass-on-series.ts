import type { Series } from '@/domain/series/schema'
import { holdsRole } from '@/domain/shared/role'
import type { Store } from '../../_runtime/store'
import { mostAtOnce, type Handover } from './pass-on-orders'

/** The series for which someone always comes; those that are stopped are among them. */
export const findSeriesOf = (store: Store, userId: string): Promise<Series[]> =>
  store.series.find({ 'volunteer.userId': userId }, { orderBy: ['createdKey', 'desc'], limit: mostAtOnce })

/** Who comes next time: the successor, or whoever the office finds; answers of how many series. */
export async function passOnSeries(
  store: Store,
  { appointment, roles, successor }: Handover,
): Promise<number> {
  const all = await findSeriesOf(store, appointment.userId)
  const toPassOn = all.filter(({ wish }) => !holdsRole(roles, ['volunteer'], wish.homePath))
  await Promise.all(
    toPassOn.map(({ _id, version, requesterId, wish }) => {
      const comes =
        successor && successor._id !== requesterId && holdsRole(successor.roles, ['volunteer'], wish.homePath)
      const volunteer = comes ? { userId: successor._id, name: successor.nickname, hasAgreed: false } : null
      return store.series.update({ _id, version }, { volunteer, version: version + 1 })
    }),
  )
  return toPassOn.length
}
