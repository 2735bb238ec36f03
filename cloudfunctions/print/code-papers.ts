import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import type { Invitation } from '@/domain/invitation/schema'
import type { Paper } from '@/domain/print/contract'
import { ancestorAt, ancestorsOf, isWithin, type AreaPath } from '@/domain/shared/area'
import { invitationPaper } from '@/copy/print'
import { roleKey } from '@/domain/shared/role'
import type { Timestamp } from '@/domain/shared/time'
import { command, openapi, uploadFile } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { atOnce } from './at-once'
import { readFonts } from './fonts'
import { drawPosters, drawSlips, type InvitationPaper } from './papers/invitations'
import { press } from './press'

/** The page that the codes open, as in `account/make-invitation.ts`. */
const landingPage = 'pages/join/index'
/** Pixels of a printed code's side: 160 to the inch on a poster. */
const codeWidth = 640
/** Requests to WeChat on their way at the same time. */
export const requestsAtOnce = 10
const leadersRead = 1000

type Leader = Pick<Account, '_id' | 'nickname' | 'memberships' | 'roles'>
export interface Around {
  leaders: Leader[]
  office: InvitationPaper['office']
}

/** Who leads the buildings of these paths, and the office they belong to; asked for together. */
export async function findAround(store: Store, paths: readonly AreaPath[], now: Timestamp): Promise<Around> {
  const all = [...new Set(paths.flatMap(ancestorsOf))]
  const communityPath = ancestorAt(paths[0] ?? '', 'community')
  const [leaders, handbook, community] = await Promise.all([
    store.accounts.findParts(
      { roleKeys: command.in(all.map((path) => roleKey('microGridLeader', path))) },
      ['_id', 'nickname', 'memberships', 'roles'],
      { limit: leadersRead },
    ),
    communityPath === null ? null : store.handbooks.get(communityPath),
    communityPath === null ? null : store.areas.get(communityPath),
  ])
  return {
    leaders: leaders.map((leader) => standingAt(leader, now)),
    office: { name: community?.name ?? '', phone: handbook?.phone ?? null },
  }
}

/** The leader of the narrowest area that holds this one. */
function leaderOf(leaders: readonly Leader[], areaPath: AreaPath): string | null {
  const held = leaders.flatMap(({ nickname, roles }) =>
    roles
      .filter((grant) => grant.role === 'microGridLeader' && isWithin(areaPath, grant.areaPath))
      .map((grant) => ({ nickname, depth: grant.areaPath.length })),
  )
  return held.sort((a, b) => b.depth - a.depth)[0]?.nickname ?? null
}

const draw = { poster: drawPosters, slip: drawSlips } as const satisfies Record<Paper, unknown>

/** Prints the papers of these codes into one file at `cloudPath`; answers its file id. */
export async function printCodes(
  invitations: readonly Invitation[],
  { leaders, office }: Around,
  { paper, cloudPath, title }: { paper: Paper; cloudPath: string; title: string },
): Promise<string> {
  const papers = await atOnce(invitations, requestsAtOnce, async (invitation) => ({
    areaName: invitation.areaName,
    kind: invitation.target.kind,
    leaderName: leaderOf(leaders, invitation.areaPath),
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
