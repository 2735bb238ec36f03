import { formerNeighbour } from '@/copy/people'
import { forgottenInSeries } from '@/domain/account/forget'
import type { Account } from '@/domain/account/schema'
import { deleteOwnFiles } from '../../_runtime/own-files'
import type { ForgetContext } from '../forget-person'

/** More nobody keeps going, but staff. */
const batch = 200

/** Series that were theirs, or for them, are stopped; those with them as volunteer go on without. Answers how many wait. */
export async function forgetSeries({ store }: ForgetContext, account: Account): Promise<number> {
  const userId = account._id
  const uploadKeys = account.uploadKey ? [account.uploadKey] : []
  const found = await Promise.all(
    (['requesterId', 'volunteer.userId', 'wish.beneficiary.userId'] as const).map((part) =>
      store.series.find({ [part]: userId }, { orderBy: ['createdKey', 'desc'], limit: batch }),
    ),
  )
  const all = [...new Map(found.flat().map((one) => [one._id, one])).values()]
  const saved = await Promise.all(
    all.map(async (series) => {
      const { voice, photoFileIds } = series.wish
      const { _id, version, ...fields } = forgottenInSeries(series, userId, formerNeighbour)
      const isStopped = series.isActive && !fields.isActive
      if (isStopped) await deleteOwnFiles(uploadKeys, [...photoFileIds, ...(voice ? [voice.fileId] : [])])
      return store.series.update({ _id, version }, { ...fields, version: version + 1 })
    }),
  )
  return saved.filter((count) => count !== 1).length
}
