import type { Account, MyAccount } from '@/domain/account/schema'

/** What the owner of an account sees of it. */
export const presentMe = ({ _id, nickname, memberships, roles, skills, createdAt }: Account): MyAccount => ({
  _id,
  nickname,
  memberships,
  roles,
  skills,
  createdAt,
})
