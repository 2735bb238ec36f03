import { certificatePaper } from '@/copy/print'
import { newCertificateCode } from '@/domain/certificate/code'
import { maskedName, type Certificate } from '@/domain/certificate/schema'
import { communitiesOf, mostServed } from '@/domain/certificate/tally'
import type { Account } from '@/domain/account/schema'
import type { Period } from '@/domain/numbers/period'
import type { AreaPath } from '@/domain/shared/area'
import { dayKey } from '@/domain/shared/calendar'
import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { days, type Timestamp } from '@/domain/shared/time'
import type { Call } from '../../_runtime/action'
import { openapi, uploadFile } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { readFonts } from '../fonts'
import { drawCertificate } from '../papers/certificate'
import { presentMine } from '../present-certificate'
import { press } from '../press'
import { randomByte, secretPath } from '../random'
import { servedIn } from '../served-orders'

/** The page that the code on the paper opens. */
const verifyPage = 'packages/record/pages/verify/index'
/** Papers that one person may have made within a day. */
const mostADay = 10

export const issueCertificate = action('certificate.issue', {
  fetch: ({ store, requestId }) => store.certificates.get(requestId),
  load: async ({ actor }, existing) => {
    // A request id that was used for another's certificate is no way to get at that one.
    if (existing && existing.userId !== actor._id) throw new AppError('Conflict')
    return existing
  },
  allow: () => true,
  handle: async (call, existing) => answerOf(existing ?? (await issue(call))),
})

const answerOf = (certificate: Certificate) => ({
  certificate: presentMine(certificate),
  elsewhere: certificate.elsewhere,
})

async function issue(call: Call<'certificate.issue'>): Promise<Certificate> {
  const { actor, now, requestId, store } = call
  const period = untilToday(call.input, now)
  const { tally, elsewhere, community, phone } = await lookUp(call, period)
  const code = newCertificateCode(randomByte)
  const { buffer: picture } = await openapi.wxacode.getUnlimited({
    scene: code,
    page: verifyPage,
    checkPath: false,
  })
  const name = actor.realName ?? actor.nickname
  const isRealName = actor.realName !== null
  const stated = { code, ...period, ...tally, communityName: community.name, issuedAt: now }
  const paper = { ...stated, name, isRealName, phone, picture }
  const file = await press(await readFonts(), { title: certificatePaper.title }, (sheet) =>
    drawCertificate(sheet, paper),
  )
  const { document } = await store.certificates.insertOnce({
    _id: requestId,
    ...stated,
    userId: actor._id,
    maskedName: maskedName(name),
    communityPath: community._id,
    issuedKey: pageKey(now, requestId),
    fileId: await uploadFile(secretPath('certificates'), file),
    elsewhere,
    revoked: null,
  })
  return document
}

/** @throws AppError BadInput for days that are still to come */
function untilToday({ from, to }: Period, now: Timestamp): Period {
  const today = dayKey(now)
  if (from > today) throw new AppError('BadInput', { where: ['from'] })
  return { from, to: to < today ? to : today }
}

/** The service, and the community that states it; asked for together, where it is one of the person's own. */
async function lookUp({ actor, input, now, store }: Call<'certificate.issue'>, period: Period) {
  const likely = input.communityPath ? [input.communityPath] : communitiesOf(placesOf(actor))
  const [found, areas, handbooks, recent] = await Promise.all([
    servedIn(store, actor._id, period),
    store.areas.getMany(likely),
    store.handbooks.getMany(likely),
    store.certificates.find({ userId: actor._id }, { orderBy: ['issuedKey', 'desc'], limit: mostADay }),
  ])
  if (recent.length === mostADay && recent.every(({ issuedAt }) => issuedAt > now - days(1))) {
    throw new AppError('LimitReached', { most: mostADay })
  }
  const path = input.communityPath ?? mostServed(found)
  const tally = path === null ? undefined : found.get(path)
  if (path === null || !tally) throw new AppError('NothingServed')
  const community = areas.find(({ _id }) => _id === path) ?? (await communityAt(store, path))
  return {
    tally,
    community,
    phone: handbooks.find(({ _id }) => _id === path)?.phone ?? null,
    elsewhere: [...found.keys()].filter((other) => other !== path),
  }
}

const placesOf = ({ roles, memberships }: Account) => [...roles, ...memberships]

async function communityAt(store: Store, path: AreaPath) {
  const area = await store.areas.get(path)
  if (!area) throw new AppError('NotFound')
  return area
}
