import { placeOfInvitation, type Invitation } from '@/domain/invitation/schema'
import type { Paper } from '@/domain/print/contract'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import { invitationPaper } from '@/copy/print'
import type { Timestamp } from '@/domain/shared/time'
import { openapi, uploadFile } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { findGridsOf, findLeaders, leadingInside, nearestLeading, type Leading } from '../account/find-leader'
import { atOnce } from './at-once'
import { readFonts } from './fonts'
import { drawPosters, drawSlips, type InvitationPaper } from './papers/invitations'
import { press } from './press'

/** The page that the codes open, as in `account/make-invitation.ts`. */
const landingPage = 'pages/join/index'
/** Pixels of a printed code's side: 160 to the inch on a poster. */
const codeWidth = 640
/** Requests to WeChat on their way at the same time. */
export const requestsAtOnce = 20
const leadersRead = 1000

export interface Around {
  leaders: Leading[]
  office: InvitationPaper['office']
}

/** Who leads in an area, around and inside it, and the office it belongs to; asked for together. */
export async function findAround(store: Store, areaPath: AreaPath, now: Timestamp): Promise<Around> {
  const communityPath = ancestorAt(areaPath, 'community')
  const [leaders, handbook, community] = await Promise.all([
    findLeaders(store, areaPath, now, leadersRead),
    communityPath === null ? null : store.handbooks.get(communityPath),
    communityPath === null ? null : store.areas.get(communityPath),
  ])
  return { leaders, office: { name: community?.name ?? '', phone: handbook?.phone ?? null } }
}

/** Whom a newcomer there will meet: the leaders of the micro-grids in it, or else the nearest one. */
async function leadersOf(
  store: Store,
  leaders: readonly Leading[],
  invitation: Invitation,
): Promise<InvitationPaper['leaders']> {
  const place = placeOfInvitation(invitation)
  const mayHaveGrids = leadingInside(leaders, place, null).length > 0
  const grids = mayHaveGrids ? await findGridsOf(store, place) : null
  const inside = leadingInside(leaders, place, grids)
  if (inside.length > 0) {
    return inside.map(({ leader, grant }) => ({ name: leader.nickname, gridName: lastWord(grant.areaName) }))
  }
  const nearest = nearestLeading(leaders, place, invitation.createdBy)
  return nearest ? [{ name: nearest.leader.nickname, gridName: null }] : []
}

const lastWord = (areaName: string): string => areaName.slice(areaName.lastIndexOf(' ') + 1)

const draw = { poster: drawPosters, slip: drawSlips } as const satisfies Record<Paper, unknown>

/** Prints the papers of these codes into one file at `cloudPath`; answers its file id. */
export async function printCodes(
  store: Store,
  invitations: readonly Invitation[],
  { leaders, office }: Around,
  { paper, cloudPath, title }: { paper: Paper; cloudPath: string; title: string },
): Promise<string> {
  const papers = await atOnce(invitations, requestsAtOnce, async (invitation) => ({
    areaName: invitation.areaName,
    kind: invitation.target.kind,
    leaders: await leadersOf(store, leaders, invitation),
    office,
    until: invitation.expiresAt,
    picture: await pictureOf(invitation._id),
  }))
  const file = await press(await readFonts(), { title: invitationPaper.title(title) }, (sheet) =>
    draw[paper](sheet, papers),
  )
  return uploadFile(cloudPath, file)
}

async function pictureOf(code: string): Promise<Buffer> {
  const { buffer } = await openapi.wxacode.getUnlimited({
    scene: code,
    page: landingPage,
    checkPath: false,
    width: codeWidth,
  })
  return buffer
}
