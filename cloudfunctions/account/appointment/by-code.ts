import { randomBytes } from 'node:crypto'
import { newAccount } from '@/domain/account/new-account'
import type { Account } from '@/domain/account/schema'
import { AppError } from '@/domain/shared/errors'
import { newId } from '@/domain/shared/ids'
import type { Call } from '../../_runtime/action'
import type { Transaction } from '../../_runtime/transaction'
import { withDerived } from '../save-account'
import { trailLine } from '../trail'

/** The account of someone who works here and lives elsewhere: without a home, until a role comes to it. */
export async function accountByCode(
  { accounts, trail }: Transaction,
  {
    input,
    now,
    openid,
    requestId,
  }: Pick<Call<'appointment.apply'>, 'input' | 'now' | 'openid' | 'requestId'>,
): Promise<Account> {
  if (input.nickname === null) throw new AppError('BadInput', { where: ['nickname'] })
  const account = withDerived({
    ...newAccount({
      _id: newId(() => randomBytes(1).readUInt8()),
      openid,
      nickname: input.nickname,
      createdAt: now,
    }),
    privacy: { version: input.privacyVersion, at: now },
  })
  await accounts.insert(account)
  await trail.insert(
    trailLine({ key: requestId, event: 'privacyAgreed', userId: account._id, by: account, at: now }),
  )
  return account
}
