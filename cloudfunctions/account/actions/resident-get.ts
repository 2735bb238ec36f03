import { isCurrent } from '@/domain/account/index-fields'
import { isCaretakerAt, isStaffOf } from '@/domain/account/policy'
import { toPersonCard, type Account, type Membership } from '@/domain/account/schema'
import { canInviteTo } from '@/domain/invitation/policy'
import { canRemove } from '@/domain/membership/policy'
import type { ResidentView } from '@/domain/resident/contract'
import {
  canCorrect,
  canNameProxy,
  canSeeResident,
  isHousemate,
  looksAfterPerson,
} from '@/domain/resident/policy'
import { AppError } from '@/domain/shared/errors'
import { trailViewSchema, type TrailLine } from '@/domain/trail/schema'
import { action } from '../../_runtime/serve'
import { noteAccess } from '../access'
import { afterLeases } from '../change-account'

const trailShown = 20
const mostCharges = 50

/** Someone in full, for those who look after them; the look is on record before it is answered. Two waits. */
export const getResident = action('resident.get', {
  fetch: async ({ input, store }) => {
    const { userId } = input
    const [person, charges, trail] = await Promise.all([
      store.accounts.get(userId),
      store.accounts.find({ proxyIds: userId }, { limit: mostCharges }),
      store.trail.find({ userId }, { orderBy: ['atKey', 'desc'], limit: trailShown }),
    ])
    return { person, charges, trail }
  },
  load: async ({ now }, { person, charges, trail }) => {
    if (!person) throw new AppError('NotFound')
    return { person: afterLeases(person, now).account, charges, trail }
  },
  allow: (actor, { person }) => canSeeResident(actor, person),
  handle: async ({ actor, now, store }, subject) => {
    await noteAccess(store, { kind: 'person', by: actor, people: [subject.person], at: now })
    return { resident: present(actor, subject) }
  },
})

interface Subject {
  person: Account
  charges: Account[]
  trail: TrailLine[]
}

/** Only of the places that the one who looks has to do with: other homes of someone are nobody's business there. */
function present(actor: Account, { person, charges, trail }: Subject): ResidentView {
  const isMate = isHousemate(actor, person)
  const sees = (home: Membership): boolean =>
    isCaretakerAt(actor, home) ||
    (isMate &&
      actor.memberships.some(({ householdId }) => householdId !== null && householdId === home.householdId))
  const memberships = person.memberships
    .filter(sees)
    .map((home) => (isCaretakerAt(actor, home) ? home : { ...home, doubts: [], alikeIds: [] }))
  const places = new Set(memberships.map(({ areaPath }) => areaPath))
  const guardian = person.proxies.find(({ userId }) => userId === person.guardianId)
  return {
    ...toPersonCard(person),
    state: person.state,
    avatarFileId: person.avatarFileId,
    realName: person.realName,
    phone: person.phone,
    memberships,
    proxies: person.proxies,
    charges: charges.filter((charge) => canSeeResident(actor, charge)).map(toPersonCard),
    roles: person.roles,
    guardianName: guardian?.name ?? null,
    careNeeds: actor._id === person._id || looksAfterPerson(actor, person) ? person.careNeeds : [],
    trail: trail
      .filter(({ areaPath }) => areaPath === null || places.has(areaPath) || isStaffOf(actor, areaPath))
      .map((line) => trailViewSchema.parse(line)),
    allowedActions: actionsOn(actor, person, memberships),
  }
}

function actionsOn(
  actor: Account,
  person: Account,
  homes: readonly Membership[],
): ResidentView['allowedActions'] {
  const isOther = actor._id !== person._id
  const cared = homes.filter((home) => isCurrent(home) && isCaretakerAt(actor, home))
  const rows: [ResidentView['allowedActions'][number], boolean][] = [
    ['confirm', isOther && cared.some(({ standing }) => standing === 'unconfirmed')],
    ['remove', cared.some((home) => canRemove(actor, person, home))],
    ['setLease', cared.length > 0],
    ['correct', canCorrect(actor, person)],
    ['nameProxy', canNameProxy(actor, person)],
    [
      'inviteToTakeOver',
      person.state === 'registered' && cared.some((home) => canInviteTo(actor, home, { kind: 'home' })),
    ],
    ['merge', isOther && person.memberships.some(({ areaPath }) => isStaffOf(actor, areaPath))],
  ]
  return rows.filter(([, is]) => is).map(([name]) => name)
}
