import type { Account, MyAccount } from '@/domain/account/schema'

/** What the owner of an account sees of it. */
export const presentMe = ({
  _id,
  nickname,
  memberships,
  roles,
  skills,
  volunteer,
  consents,
  createdAt,
}: Account): MyAccount => ({
  _id,
  nickname,
  memberships,
  roles,
  skills,
  volunteer,
  consents,
  createdAt,
})
