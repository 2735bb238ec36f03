import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import type { Output } from '@/domain/contracts'
import Join from '@/pages/join/index'
import { anAccount } from '../support/factories/account'
import { answer, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const code = 'invite-0001'
const look = (overrides: Partial<Output<'invitation.look'>> = {}): Output<'invitation.look'> => ({
  state: 'valid',
  areaPath: 'heping/c1/e1/b4/',
  areaName: '幸福里小区 4栋',
  leader: { userId: 'leader-zhou', nickname: '周组长', areaName: '4栋', since: 0 },
  neighbourCount: 36,
  alreadyHome: false,
  ...overrides,
})

beforeEach(() => signIn(null))

test('newcomer: looks before joining', async () => {
  answer('invitation.look', () => look())
  openPage(Join, { scene: code })
  expect(await screen.findByText('幸福里小区 4栋')).toBeInTheDocument()
  expect(screen.getByText('我是4栋的微网格长，搬家缺人手叫我')).toBeInTheDocument()
  expect(screen.getByText('已经有 36 位邻居')).toBeInTheDocument()
  expect(requestsOf('invitation.join')).toHaveLength(0)
})

test('newcomer: joins with a name and a door, and learns what comes next', async () => {
  answer('invitation.look', () => look())
  answer('invitation.join', () => ({ account: anAccount({ nickname: '新邻居' }) }))
  openPage(Join, { scene: code })
  await userEvent.click(await screen.findByText('加入'))
  await userEvent.type(screen.getByLabelText('怎么称呼您'), '新邻居')
  await userEvent.click(screen.getByText('2 单元'))
  await userEvent.type(screen.getByLabelText('房号'), '1502')
  await userEvent.click(screen.getByText('租客'))
  await userEvent.click(screen.getByText('好了'))
  expect(await screen.findByText('欢迎您，新邻居！')).toBeInTheDocument()
  expect(screen.getByText('接下来，楼长会来确认您住在这里。')).toBeInTheDocument()
  expect(requestsOf('invitation.join')[0]?.input).toEqual({
    code,
    nickname: '新邻居',
    roomNumber: '2-1502',
    relation: 'tenant',
  })
})

test('newcomer: an unreadable door is pointed out before anything is sent', async () => {
  answer('invitation.look', () => look())
  openPage(Join, { scene: code })
  await userEvent.click(await screen.findByText('加入'))
  await userEvent.type(screen.getByLabelText('怎么称呼您'), '新邻居')
  await userEvent.type(screen.getByLabelText('房号'), '十五楼')
  await userEvent.click(screen.getByText('好了'))
  expect(screen.getByText('房号用数字和字母，比如 1502')).toBeInTheDocument()
  expect(requestsOf('invitation.join')).toHaveLength(0)
})

test.each([
  ['expired', '这张码过期了，请向楼长要一张新的。'],
  ['revoked', '这张码已经停用，请向楼长要一张新的。'],
  ['usedUp', '这张码已经用满，请向楼长要一张新的。'],
] as const)('newcomer: a code that is %s is explained kindly', async (state, words) => {
  answer('invitation.look', () => look({ state }))
  openPage(Join, { scene: code })
  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(screen.queryByText('加入')).not.toBeInTheDocument()
})

test('newcomer: an unknown code is explained, without a retry that can not help', async () => {
  answer('invitation.look', () => refuse('InvitationUnknown'))
  openPage(Join, { scene: code })
  expect(await screen.findByText('没认出这个码，请向楼长要一张新的')).toBeInTheDocument()
  expect(screen.queryByText('再试一次')).not.toBeInTheDocument()
})

test('newcomer: a code that ran out while they were writing is told on the tap', async () => {
  answer('invitation.look', () => look())
  answer('invitation.join', () => refuse('InvitationUsedUp'))
  openPage(Join, { scene: code })
  await userEvent.click(await screen.findByText('加入'))
  await userEvent.type(screen.getByLabelText('怎么称呼您'), '新邻居')
  await userEvent.type(screen.getByLabelText('房号'), '1502')
  await userEvent.click(screen.getByText('好了'))
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '这张码用满了，请向楼长要一张新的' }),
    ),
  )
})

test('neighbour: who lives there already is sent home', async () => {
  answer('invitation.look', () => look({ alreadyHome: true }))
  openPage(Join, { scene: code })
  expect(await screen.findByText('您已经在这栋楼里了')).toBeInTheDocument()
})

test('anyone: without a code is told to scan one', async () => {
  openPage(Join)
  expect(await screen.findByText('没有看到邀请码，请扫楼长给的那张码')).toBeInTheDocument()
})
