import { belongsTo, livesIn } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import type { Output } from '@/domain/contracts'
import { isBacked } from '@/domain/invitation/policy'
import { invitationState, placeOfInvitation, type Invitation } from '@/domain/invitation/schema'
import { ancestorAt, areasOfHome, type HomePlace } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import { holding } from '../../chat/notice/find-notice'
import { findHandbook } from '../../order/find-handbook'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { findInvitation } from '../find-invitation'
import {
  findGridsOf,
  findLeaders,
  leaderCard,
  leadingInside,
  nearestLeading,
  scopeOf,
  type Leading,
} from '../find-leader'
import { findStairwells } from '../find-stairwells'

type Look = Output<'invitation.look'>

/** A count reads what it counts; and "more than 500" says enough. */
const neighboursCounted = 500
const noticesShown = 3

/** Everything that one may see before joining: of residents nothing but how many there are. */
export const lookAtInvitation = action('invitation.look', {
  fetch: async ({ input, now, store }) => {
    const invitation = await findInvitation(store, input.code)
    const [maker, area, around] = await Promise.all([
      store.accounts.get(invitation.createdBy),
      store.areas.get(invitation.areaPath),
      lookAround(store, invitation, now),
    ])
    const isGood = area !== null && area.retiredAt === null && isBacked(invitation, maker, now)
    return { invitation, state: isGood ? invitationState(invitation, now) : ('revoked' as const), around }
  },
  load: async (_call, found) => found,
  allow: () => true,
  handle: async ({ actor }, { invitation, state, around }) => {
    const { areaName, areaPath, target } = invitation
    return {
      state,
      target,
      areaPath,
      areaName,
      alreadyHome: actor !== null && isThereAlready(actor, invitation),
      ...around,
      // A code that opens nothing any more says whom to ask, and no more of the house.
      ...(state === 'valid' ? {} : { neighbourCount: 0, notices: [], stairwells: [] }),
    }
  },
})

function isThereAlready(actor: Account, { areaPath, target }: Invitation): boolean {
  switch (target.kind) {
    case 'person':
      return actor._id === target.userId
    case 'household':
      return belongsTo(actor, target.householdId)
    case 'role':
      return actor.roles.some((grant) => grant.role === target.role && grant.areaPath === areaPath)
    case 'home':
      return livesIn(actor, areaPath)
  }
}

/** One wait, however much there is. */
async function lookAround(
  store: Store,
  invitation: Invitation,
  now: Timestamp,
): Promise<Pick<Look, 'leader' | 'gridLeaders' | 'office' | 'neighbourCount' | 'notices' | 'stairwells'>> {
  const place = placeOfInvitation(invitation)
  const [leaders, grids, office, neighbourCount, notices, stairwells] = await Promise.all([
    findLeaders(store, scopeOf(place), now),
    findGridsOf(store, place),
    findOffice(store, place, now),
    store.accounts.countUpTo({ homeAt: place.areaPath }, neighboursCounted),
    findNotices(store, place, now),
    findStairwells(store, invitation),
  ])
  const card = (one: Leading) => leaderCard(one, office?.name ?? '')
  const nearest = nearestLeading(leaders, place, invitation.createdBy)
  const gridLeaders = leadingInside(leaders, place, grids).map(card)
  return { leader: nearest && card(nearest), gridLeaders, office, neighbourCount, notices, stairwells }
}

async function findOffice(store: Store, place: HomePlace, now: Timestamp): Promise<Look['office']> {
  const communityPath = ancestorAt(place.areaPath, 'community')
  if (communityPath === null) return null
  const [community, { phone }] = await Promise.all([
    store.areas.get(communityPath),
    findHandbook(store, communityPath, now),
  ])
  return { name: community?.fullName ?? '', phone }
}

/** Those to everyone there, as they hang in the stairwell. */
async function findNotices(store: Store, place: HomePlace, now: Timestamp): Promise<Look['notices']> {
  const keys = areasOfHome(place).map((path) => `to:${path}`)
  const found = await store.notices.find(
    { addressKeys: command.in(keys), ...holding(now) },
    { orderBy: ['publishedKey', 'desc'], limit: noticesShown },
  )
  return found.map(({ publishedAt, text, title }) => ({ publishedAt, text, title }))
}
