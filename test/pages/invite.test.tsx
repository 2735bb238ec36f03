import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { invite as words, missingWords, purposeNames } from '@/copy/invite'
import type { Output } from '@/domain/contracts'
import type { InvitationView } from '@/domain/invitation/contract'
import InvitePage from '@/packages/staff/pages/invite'
import { aGrant, aLeader, anAccount, aStaffMember } from '../support/factories/account'
import { places } from '../support/factories/places'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { code } from './_support/invitations'
import { openPage, signIn } from './_support/render-page'

type Child = Output<'place.children'>['children'][number]
const child = (_id: string, level: Child['level'], name: string): Child => ({
  _id,
  level,
  name,
  fullName: `幸福里小区 ${name}`,
  order: 1,
  householdCount: 0,
  residentCount: 0,
})
const below: Record<string, Child[]> = {
  [places.community]: [child(places.estate, 'estate', '幸福里小区')],
  [places.estate]: [child(places.building4, 'building', '4栋'), child(places.building5, 'building', '5栋')],
  [places.building4]: [
    child(places.unit, 'unit', '2单元'),
    child(`${places.building4}g-1/`, 'grid', '1号微网格'),
  ],
}
const names: Record<string, Child> = {
  [places.community]: child(places.community, 'community', '幸福社区'),
  ...Object.fromEntries(
    Object.values(below)
      .map((children) => children.map((one) => [one._id, one]))
      .flat(),
  ),
}

const inSheet = () => within(screen.getByRole('dialog'))
const hold = (items: InvitationView[]): void => {
  answer('invitation.list', ({ view }) => ({
    items: items.filter(({ state }) => (state === 'valid') === (view !== 'closed')),
    nextCursor: null,
  }))
  answer('place.children', ({ areaPath }) => ({
    area: names[areaPath ?? ''] ?? null,
    children: below[areaPath ?? ''] ?? [],
  }))
  answer('invitation.create', ({ target }) => ({
    invitation: code({ usedCount: 0, target: target ?? { kind: 'home' } }),
  }))
}
const begin = async (): Promise<void> => {
  openPage(InvitePage)
  await userEvent.click(await screen.findByText(words.create))
}
const make = (): Promise<void> => userEvent.click(inSheet().getByText(words.create))
const made = () => requestsOf('invitation.create').map(({ input }) => input)

test('leader: makes a code for the door and is shown it at once, with what to say', async () => {
  signIn(aLeader())
  hold([])
  await begin()
  await userEvent.click(screen.getByText('30 天'))
  await make()
  expect(await screen.findByText(words.sentence('幸福里小区 4栋'))).toBeVisible()
  expect(made()).toEqual([{ areaPath: places.building4, target: { kind: 'home' }, days: 30, maxUses: 200 }])
  await waitFor(() =>
    expect(screen.getByLabelText(words.codeAlt('幸福里小区 4栋'))).toHaveAttribute(
      'src',
      'cloud://test/code.png',
    ),
  )
})

test('leader: narrows it down to a stairwell or a micro-grid', async () => {
  signIn(aLeader())
  hold([])
  await begin()
  await userEvent.click(await screen.findByText('1号微网格'))
  await make()
  expect(made()).toMatchObject([{ areaPath: `${places.building4}g-1/` }])
})

test('staff: goes down from the community to a building before a code can be made', async () => {
  signIn(aStaffMember())
  hold([])
  await begin()
  await userEvent.click(await screen.findByText('幸福里小区'))
  await make()
  expect(made()).toEqual([])
  expect(inSheet().getByText(missingWords.home)).toBeVisible()
  await userEvent.click(await screen.findByText('5栋'))
  await make()
  expect(made()).toMatchObject([{ areaPath: places.building5, target: { kind: 'home' } }])
})

test('leader: for one flat: a week, five uses, and only once a flat is chosen', async () => {
  const building = aGrant('microGridLeader', places.building4, { areaName: '幸福里小区 4栋' })
  signIn(aLeader({ roles: [building] }))
  hold([])
  answer('place.households', () => ({
    items: [
      {
        _id: 'household-1502',
        areaPath: places.building4,
        buildingPath: places.building4,
        estatePath: places.estate,
        areaName: '幸福里小区 4栋 2单元',
        gridPath: null,
        floor: 15,
        roomNumber: '1502',
        register: [],
        isUnlisted: false,
        residentCount: 2,
      },
    ],
    nextCursor: null,
  }))
  await begin()
  await userEvent.click(screen.getByText(purposeNames.household))
  await make()
  expect(made()).toEqual([])
  expect(inSheet().getByText(missingWords.household)).toBeVisible()
  // Of the whole building it says which stairwell, too.
  await userEvent.click(await screen.findByText('2单元1502'))
  await make()
  expect(made()).toEqual([
    {
      areaPath: places.building4,
      target: { kind: 'household', householdId: 'household-1502' },
      days: 7,
      maxUses: 5,
    },
  ])
})

test('leader: hands somebody of the register their own account, found by name; for one use', async () => {
  signIn(aLeader())
  hold([])
  const row = {
    userId: 'mother-lin',
    nickname: '林妈妈',
    state: 'registered' as const,
    avatarFileId: null,
    maskedName: '王**',
    areaPath: places.building4,
    areaName: '幸福里小区 4栋',
    roomNumber: '1502',
    relation: 'family' as const,
    standing: 'confirmed' as const,
    until: null,
  }
  answer('resident.find', () => ({
    items: [row, { ...row, userId: 'with-a-phone', nickname: '有手机的', state: 'active' as const }],
  }))
  await begin()
  await userEvent.click(screen.getByText(purposeNames.person))
  await userEvent.type(screen.getByLabelText(words.person), '林妈妈')
  await userEvent.click(screen.getByText(words.find))
  await userEvent.click(await screen.findByText('林妈妈 · 1502'))
  expect(screen.queryByText(/有手机的/)).not.toBeInTheDocument()
  await make()
  expect(made()).toMatchObject([{ target: { kind: 'person', userId: 'mother-lin' }, maxUses: 1 }])
})

test('only those who appoint make codes that look for people', async () => {
  signIn(aLeader())
  hold([])
  await begin()
  expect(screen.queryByText(purposeNames.role)).not.toBeInTheDocument()
})

test('staff: makes a code that looks for volunteers in the whole community', async () => {
  signIn(aStaffMember())
  hold([])
  await begin()
  await userEvent.click(screen.getByText(purposeNames.role))
  await make()
  expect(made()).toEqual([])
  expect(inSheet().getByText(missingWords.role)).toBeVisible()
  await userEvent.click(screen.getByText('社区工作者'))
  await userEvent.click(screen.getByText('志愿者'))
  expect(screen.queryByText(missingWords.role)).toBeNull()
  await make()
  expect(made()).toMatchObject([
    { areaPath: places.community, target: { kind: 'role', role: 'volunteer' }, days: 90, maxUses: 50 },
  ])
})

test('staff: makes a code for a new colleague, since two sign before it is worth anything', async () => {
  signIn(aStaffMember())
  hold([])
  await begin()
  await userEvent.click(screen.getByText(purposeNames.role))
  await userEvent.click(screen.getByText('社区工作者'))
  await make()
  expect(made()).toMatchObject([
    { areaPath: places.community, target: { kind: 'role', role: 'communityStaff' }, days: 7, maxUses: 5 },
  ])
  expect(await screen.findByText('幸福里小区 4栋找社区工作者')).toBeVisible()
  expect(screen.getByText(words.roleSentence('幸福里小区 4栋', 'communityStaff'))).toBeVisible()
})

test('street: looks for people, and lets nobody into a house', async () => {
  signIn(anAccount({ roles: [aGrant('streetOffice', places.street)] }))
  hold([])
  await begin()
  expect(screen.queryByText(purposeNames.home)).not.toBeInTheDocument()
  expect(requestsOf('invitation.list')[0]?.input).toMatchObject({ areaPath: places.street, kind: 'role' })
  await userEvent.click(screen.getByText('街道'))
  await make()
  expect(made()).toMatchObject([{ areaPath: places.street, target: { kind: 'role', role: 'streetOffice' } }])
})

test('leader: sees for each code what it is for, and what came of it', async () => {
  signIn(aLeader())
  hold([
    code(),
    code({
      _id: 'flat-code-1',
      target: { kind: 'household', householdId: 'household-1502' },
      targetName: '1502',
    }),
    code({ _id: 'new-code-1', scanCount: 0, usedCount: 0, refusalCount: 0 }),
    code({ _id: 'old-code-1', state: 'expired' }),
  ])
  openPage(InvitePage)
  expect(await screen.findAllByText('扫过 31 次，12 人进来，2 人先看看')).toHaveLength(2)
  expect(screen.getByText('一户人家 · 1502')).toBeVisible()
  expect(screen.getByText(words.noScans)).toBeVisible()
  expect(screen.getAllByText(words.show)).toHaveLength(3)
  await userEvent.click(screen.getByRole('tab', { name: words.views.closed }))
  expect(await screen.findByText(/^过期了/)).toBeVisible()
  expect(screen.queryByText(words.show)).not.toBeInTheDocument()
})

test('leader: prints one code, or those of a whole area', async () => {
  signIn(aLeader())
  hold([code()])
  openPage(InvitePage)
  await userEvent.click(await screen.findByText(words.print))
  expect(screen.getByRole('dialog')).toBeVisible()
  expect(screen.getByText(words.papers)).toBeVisible()
})

test('leader: taking a code out of use is confirmed in words that name the consequence', async () => {
  signIn(aLeader())
  hold([code()])
  answer('invitation.revoke', () => ({ invitation: code({ state: 'revoked' }) }))
  openPage(InvitePage)
  expect(await screen.findByText(words.left(188))).toBeVisible()
  fireEvent.click(screen.getByText(words.revoke))
  expect(screen.getByText(words.revokeCheck)).toBeVisible()
  fireEvent.click(inSheet().getByText(words.revoke))
  await waitFor(() =>
    expect(requestsOf('invitation.revoke')[0]?.input).toEqual({ code: 'invite-building-4' }),
  )
})

test('neighbour: is told that codes are made by others', async () => {
  signIn(anAccount())
  openPage(InvitePage)
  expect(await screen.findByText('这件事要社区或楼长来办')).toBeVisible()
  expect(screen.queryByText(words.create)).not.toBeInTheDocument()
})

test('without a network the list says so, and is asked again', async () => {
  signIn(aLeader())
  answer('invitation.list', () => {
    throw lost
  })
  openPage(InvitePage)
  await screen.findByText('网络断开了，连上后再点一次')
  hold([])
  await userEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText(words.empty.open)).toBeVisible()
})
