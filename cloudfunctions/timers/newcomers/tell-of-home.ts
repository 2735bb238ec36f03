import { newcomerLine, vouchedLine } from '@/copy/moments'
import type { Account, Membership } from '@/domain/account/schema'
import { areasOfHome } from '@/domain/shared/area'
import { holdsRoleAt, roleKey, type Role } from '@/domain/shared/role'
import { sendMessage, type Message } from '../../order/send-message'
import type { Round } from './round'

/** Where a tap on the message leads. */
const pages = { pending: 'packages/staff/pages/pending/index', homes: 'packages/mine/pages/homes/index' }
/** Who is asked, level by level, to vouch; where nobody holds the role there, the next. */
const vouchers: readonly Role[] = ['microGridLeader', 'communityStaff', 'streetOffice']

/**
 * Sends word of one home: while nobody has vouched, to those whose turn it is; of a decision, to the person.
 * @returns false where WeChat could take none of the messages just now
 */
export async function tellOfHome(round: Round, person: Account, home: Membership): Promise<boolean> {
  const message = messageAbout(home)
  if (!message) return true
  const readers = message.moment === 'vouched' ? [person] : await vouchersOf(round, person, home)
  const outcomes = await Promise.all(
    readers
      .filter(({ _id, state }) => state === 'active' && !round.unreachable.has(`${_id} ${message.moment}`))
      .map((reader) => send(round, reader, message)),
  )
  return outcomes.length === 0 || outcomes.some((outcome) => outcome !== 'delayed')
}

async function send(round: Round, reader: Account, message: Message) {
  const outcome = await sendMessage(round.store, reader, message, round.log)
  if (outcome === 'refused') round.unreachable.add(`${reader._id} ${message.moment}`)
  return outcome
}

function messageAbout(home: Membership): Message | null {
  const { decidedAt, endedAt, joinedAt, standing } = home
  if (standing === 'unconfirmed')
    return { moment: 'newcomerWaits', what: newcomerLine(home), at: joinedAt, page: pages.pending }
  const what = vouchedLine[standing]
  return what ? { moment: 'vouched', what, at: endedAt ?? decidedAt ?? joinedAt, page: pages.homes } : null
}

async function vouchersOf(round: Round, person: Account, home: Membership): Promise<Account[]> {
  const roles = vouchers.slice(home.vouchLevel)
  const keys = roles.flatMap((role) => areasOfHome(home).map((path) => roleKey(role, path)))
  // Nobody vouches for themselves.
  const others = (await round.holdersOf(keys)).filter(({ _id }) => _id !== person._id)
  const holders = roles.map((role) => others.filter((one) => holdsRoleAt(one.roles, [role], home)))
  return holders.find((accounts) => accounts.length > 0) ?? []
}
