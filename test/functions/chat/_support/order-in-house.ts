import type { ActionName } from '@/domain/contracts'
import type { CaseView } from '@/domain/moderation/contract'
import { aGrant, aStaffMember, anAccount } from '../../../support/factories/account'
import { places } from '../../../support/factories/places'
import type { TestCloud } from '../../../support/test-cloud'
import { signalId } from '../../../support/signal-id'
import { house, who } from './house'

/** The house, a second one of staff, who decides on what the first has done, and the street's office above them. */
export const courtOf = () => [
  ...house(),
  aStaffMember({ _id: 'staff-second', nickname: '邓社工' }),
  anAccount({
    _id: 'street-office',
    nickname: '街道办小宋',
    memberships: [],
    roles: [aGrant('streetOffice', places.street)],
  }),
]

const openids = { ...who, secondStaff: 'openid-of-staff-second', street: 'openid-of-street-office' }

const groupPath = places.building4

/** Short forms of what is done about a message in the group of building 4. */
export function moderatorsOf(test: TestCloud) {
  const as = (name: keyof typeof openids) => test.as(openids[name])
  type Name = Parameters<typeof as>[0]
  const caseFrom = (answer: Promise<{ case: CaseView }>): Promise<CaseView> => answer.then((one) => one.case)
  return {
    as,
    report: (name: Name, seq: number, requestId?: string) =>
      as(name).call('moderation.report', { groupPath, seq, reason: 'rude' }, requestId),
    remove: (name: Name, seq: number, requestId?: string) =>
      caseFrom(as(name).call('moderation.remove', { groupPath, seq, reason: '骂人' }, requestId)),
    silence: (name: Name, seq: number, minutes = 60) =>
      caseFrom(as(name).call('moderation.silence', { groupPath, seq, minutes, reason: '连着骂人' })),
    dismiss: (name: Name, caseId: string) =>
      caseFrom(as(name).call('moderation.dismiss', { caseId, note: '看过了' })),
    appeal: (name: Name, caseId: string) =>
      caseFrom(as(name).call('moderation.appeal', { caseId, words: '我没有骂人' })),
    decide: (name: Name, caseId: string, isUpheld: boolean) =>
      caseFrom(as(name).call('moderation.decide', { caseId, isUpheld, note: '看了前后的话' })),
    open: (name: Name) =>
      as(name)
        .call('moderation.list', { view: 'open' })
        .then(({ items }) => items),
    past: (name: Name) =>
      as(name)
        .call('moderation.list', { view: 'past' })
        .then(({ items }) => items),
    mine: (name: Name) =>
      as(name)
        .call('moderation.mine', {})
        .then(({ items }) => items),
    /** What each of these people is answered, one after the other, each time from the same beginning. */
    codesOf: async (
      names: readonly Name[],
      action: ActionName,
      input: object,
      begin: () => Promise<unknown>,
    ) => {
      const codes: [Name, string][] = []
      for (const name of names) {
        await begin()
        codes.push([name, await as(name).code(action, input as never)])
      }
      return Object.fromEntries(codes)
    },
    signal: async (topic: string): Promise<number> =>
      Number((await test.cloud.database.find('signals', { _id: signalId(topic) }))[0]?.n ?? 0),
  }
}
