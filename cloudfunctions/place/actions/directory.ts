import { directoryNumberNames } from '@/copy/place'
import type { Account } from '@/domain/account/schema'
import type { Handbook } from '@/domain/handbook/schema'
import { canOpenDirectory, canSeeNeighbours, neighbourCard, neighbourFields } from '@/domain/place/directory'
import type { Area } from '@/domain/place/schema'
import { ancestorAt, levelOf } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { holdersOf, type RoleHolder } from '../../account/holders'
import { findHandbook } from '../../order/find-handbook'
import type { Call } from '../../_runtime/action'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { findArea, findChildren } from '../find-places'

/** On one page beside the neighbours. */
const mostHelpers = 40
const mostNumbers = 20

export const directoryOfBuilding = action('place.directory', {
  fetch: ({ input: { buildingPath }, now, store }) => {
    const community = ancestorAt(buildingPath, 'community')
    if (community === null || levelOf(buildingPath) !== 'building') {
      throw new AppError('BadInput', { where: ['buildingPath'] })
    }
    return Promise.all([
      findArea(store, buildingPath),
      findChildren(store, buildingPath),
      findHandbook(store, community, now),
    ])
  },
  load: (_call, fetched) => Promise.resolve(fetched),
  allow: (actor, [building]) => canOpenDirectory(actor, building._id),
  handle: async (call, [building, inside, handbook]) => {
    const paths = inside.map(({ _id }) => _id)
    const [holders, neighbours] = await Promise.all([
      holdersOf(call.store, building._id, call.now, paths),
      findNeighbours(call, building, inside),
    ])
    const helpers = holders.filter(({ grant }) => grant.role !== 'streetOffice').slice(0, mostHelpers)
    return {
      areaName: building.fullName,
      // Before anybody has vouched for them there is the office's number.
      helpers: helpers.map((holder) => presentHelper(holder, canSeeNeighbours(call.actor, building._id))),
      numbers: numbersOf(handbook),
      neighbours,
    }
  },
})

/** By account id, so that a page never skips anybody; those who aren't shown make it shorter. */
async function findNeighbours(
  { actor, input: { cursor, limit }, now, store }: Call<'place.directory'>,
  building: Area,
  inside: readonly Area[],
) {
  if (!canSeeNeighbours(actor, building._id)) return { items: [], nextCursor: null }
  const beyond = cursor === null ? {} : { _id: command.gt(cursor) }
  const found = await store.accounts.findParts({ homeAt: building._id, ...beyond }, neighbourFields, {
    orderBy: ['_id', 'asc'],
    limit: limit + 1,
  })
  const page = found.slice(0, limit)
  const unitNames = new Map(inside.map(({ _id, name }) => [_id, name]))
  const cards = page.map((one) => neighbourCard(one, building._id, actor._id, unitNames, now))
  return {
    items: cards.filter((card) => card !== null),
    nextCursor: found.length > limit ? (page.at(-1)?._id ?? null) : null,
  }
}

const presentHelper = ({ account, grant }: RoleHolder, isKnown: boolean) => ({
  userId: account._id,
  name: account.nickname,
  role: grant.role,
  areaName: grant.areaName,
  avatarFileId: account.avatarFileId,
  since: grant.since,
  phone: isKnown ? sharedPhone(account) : null,
})

const sharedPhone = ({ shares, phone }: Pick<Account, 'shares' | 'phone'>): string | null =>
  shares.phone ? phone : null

/** The office first; a company that looks after several matters stands there once. */
function numbersOf({ phone, guide }: Pick<Handbook, 'phone' | 'guide'>) {
  const all = [
    ...(phone ? [{ name: directoryNumberNames.office, phone }] : []),
    ...guide.map((entry) => ({ name: entry.name, phone: entry.phone })),
  ]
  return [...new Map(all.map((one) => [one.phone, one])).values()].slice(0, mostNumbers)
}
