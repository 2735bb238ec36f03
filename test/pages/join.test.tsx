import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { joiningWords, landingWords, privacyWords } from '@/copy/join'
import { roleNames } from '@/copy/people'
import { setElderMode } from '@/features/elder/elder-mode'
import Join from '@/pages/join/index'
import { anAccount } from '../support/factories/account'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { look } from './_support/invitations'
import { openPage, signIn } from './_support/render-page'

/** Each test its own code: a scan of one is counted once while the app is open. */
let next = 0
let code = ''
beforeEach(() => {
  code = `invite-${String((next += 1)).padStart(4, '0')}`
  signIn(null)
  answer('invitation.note', () => ({}))
})

const hold = (overrides: Parameters<typeof look>[0] = {}): void => {
  answer('invitation.look', () => look(overrides))
}
const openIt = (): void => void openPage(Join, { scene: code })
const opened = (): unknown =>
  (Taro.navigateTo as jest.Mock).mock.calls.map(([{ url }]: [{ url: string }]) => url)

test('newcomer: before anything is asked, sees the building, who vouches, and what others will see', async () => {
  hold()
  openIt()
  expect(await screen.findByText('幸福里小区 4栋')).toBeVisible()
  expect(screen.getByText('我是4栋的微网格长，搬家缺人手叫我')).toBeVisible()
  expect(screen.getByText('2025年1月1日起做微网格长')).toBeVisible()
  expect(screen.getByText('幸福社区确认')).toBeVisible()
  expect(screen.getByText('已经有 36 位邻居')).toBeVisible()
  for (const { words } of landingWords.seen) expect(screen.getByText(words)).toBeVisible()
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  expect(requestsOf('invitation.join')).toHaveLength(0)
})

test('newcomer: of a building in micro-grids meets the leader of each, and is not told that there is none', async () => {
  const [one, two] = ['1号', '2号'].map((name, n) => ({
    ...look().leader!,
    userId: `leader-grid-${n}`,
    nickname: `${name}组长`,
    areaName: `幸福里小区 4栋 ${name}微网格`,
  }))
  hold({ leader: null, gridLeaders: [one!, two!] })
  openIt()
  expect(await screen.findByText('1号组长')).toBeVisible()
  expect(screen.getByText('幸福里小区 4栋 2号微网格')).toBeVisible()
  expect(screen.queryByText(landingWords.noLeader)).not.toBeInTheDocument()
})

test('newcomer: reads a notice without joining', async () => {
  hold({ notices: [{ title: '明天停水', text: '上午九点到十一点停水', publishedAt: 0 }] })
  openIt()
  expect(screen.queryByText('上午九点到十一点停水')).not.toBeInTheDocument()
  await userEvent.click(await screen.findByText('明天停水'))
  expect(screen.getByText('上午九点到十一点停水')).toBeVisible()
})

test('newcomer: the scan is counted, once', async () => {
  hold()
  openIt()
  await screen.findByText(landingWords.join)
  openIt()
  await screen.findAllByText(landingWords.join)
  expect(requestsOf('invitation.note').map(({ input }) => input)).toEqual([{ code, what: 'scan' }])
})

test('newcomer: is asked to agree to the privacy guide first, and goes on', async () => {
  hold()
  openIt()
  await userEvent.click(await screen.findByText(landingWords.join))
  for (const words of privacyWords.points) expect(screen.getByText(words)).toBeVisible()
  expect(opened()).toEqual([])
  await userEvent.click(screen.getByText(privacyWords.agree))
  expect(opened()).toEqual([`/packages/join/pages/form/index?scene=${code}`])
})

test('newcomer: who has agreed once is not asked again', async () => {
  hold()
  openIt()
  await userEvent.click(await screen.findByText(landingWords.join))
  await userEvent.click(screen.getByText(privacyWords.agree))
  await userEvent.click(screen.getByText(landingWords.join))
  expect(opened()).toHaveLength(2)
  expect(screen.queryByText(privacyWords.title)).not.toBeInTheDocument()
})

test('newcomer: says no, which is counted and nothing else; may go on looking', async () => {
  hold({ notices: [{ title: '明天停水', text: '上午九点', publishedAt: 0 }] })
  openIt()
  await userEvent.click(await screen.findByText(landingWords.join))
  await userEvent.click(screen.getByText(privacyWords.refuse))
  await waitFor(() =>
    expect(requestsOf('invitation.note').map(({ input }) => input)).toContainEqual({ code, what: 'refusal' }),
  )
  expect(opened()).toEqual([])
  expect(requestsOf('invitation.join')).toHaveLength(0)
  expect(screen.getByText('明天停水')).toBeVisible()
  await userEvent.click(screen.getByText(landingWords.lookAround))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test.each([
  ['expired', '这张码过期了，请要一张新的'],
  ['revoked', '这张码已经停用，请要一张新的'],
  ['usedUp', '这张码用满了，请要一张新的'],
] as const)('newcomer: a code that is %s is explained, with whom to ask', async (state, words) => {
  hold({ state })
  openIt()
  expect(await screen.findByText(words)).toBeVisible()
  expect(screen.queryByText(landingWords.join)).not.toBeInTheDocument()
  expect(screen.getByText('也可以当面问周组长')).toBeVisible()
  await userEvent.click(screen.getByText('问幸福社区 025\u201187654321'))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '025-87654321' })
})

test('newcomer: an unknown code is explained, without a retry that can not help', async () => {
  answer('invitation.look', () => refuse('InvitationUnknown'))
  openIt()
  expect(await screen.findByText('没认出这个码，请向楼长要一张新的')).toBeVisible()
  expect(screen.queryByText('再试一次')).not.toBeInTheDocument()
})

test('newcomer: without a network is told so, and tries again', async () => {
  answer('invitation.look', () => {
    throw lost
  })
  openIt()
  await screen.findByText('网络断开了，连上后再点一次', undefined, { timeout: 4000 })
  hold()
  await userEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText('幸福里小区 4栋')).toBeVisible()
})

test('family: a household’s code says who asks, and shows no flat', async () => {
  hold({ target: { kind: 'household', householdId: 'household-1502' }, areaName: '幸福里小区 4栋 2单元' })
  openIt()
  expect(await screen.findByText('您家里人请您加入')).toBeVisible()
  expect(screen.getByText('幸福里小区 4栋 2单元')).toBeVisible()
})

test('someone on the register: the code is theirs alone, and names nobody', async () => {
  hold({ target: { kind: 'person', userId: 'mother-lin' } })
  openIt()
  expect(await screen.findByText(landingWords.takeOver)).toBeVisible()
})

test.each(['volunteer', 'communityStaff', 'mediator'] as const)(
  'a code for a role (%s) leads to the application, after the privacy guide, and joins nothing',
  async (role) => {
    signIn(anAccount())
    hold({ target: { kind: 'role', role }, areaName: '幸福社区' })
    openIt()
    expect(await screen.findByText(`这里在找${roleNames[role]}`)).toBeVisible()
    expect(screen.queryByText(landingWords.join)).not.toBeInTheDocument()
    await userEvent.click(screen.getByText(landingWords.apply))
    expect(opened()).toEqual([])
    await userEvent.click(screen.getByText(privacyWords.agree))
    expect(opened()).toEqual([`/packages/mine/pages/help/index?code=${code}`])
  },
)

test('neighbour: who lives there already is told so', async () => {
  hold({ alreadyHome: true })
  openIt()
  expect(await screen.findByText(landingWords.already)).toBeVisible()
  expect(screen.queryByText(landingWords.join)).not.toBeInTheDocument()
})

test('in large type the landing asks nothing more', async () => {
  setElderMode(true)
  hold({ leader: null })
  openIt()
  expect(await screen.findByText(landingWords.noLeader)).toBeVisible()
  expect(screen.queryByText(joiningWords.name)).not.toBeInTheDocument()
})

test('anyone: without a code is told to scan one', async () => {
  openPage(Join)
  expect(await screen.findByText('没有看到邀请码，请扫楼长给的那张码')).toBeVisible()
})
