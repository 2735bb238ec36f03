import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { dataWords, farewellLines } from '@/copy/mine'
import type { Farewell } from '@/domain/account/contract'
import { sharesNothing, type Account } from '@/domain/account/schema'
import { AppError } from '@/domain/shared/errors'
import DataPage from '@/packages/mine/pages/data/index'
import { anAccount } from '../support/factories/account'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const empty = { items: [], nextCursor: null }
const farewell: Farewell = {
  openOrders: 2,
  takenOrders: 1,
  visits: 0,
  series: 0,
  homes: 1,
  roles: [],
  dependents: [],
  removedFrom: ['幸福里小区 4栋'],
}

function openData(account: Account | null = anAccount({ realName: '李桂兰', phone: '13812345678' })): void {
  signIn(account)
  answer('account.accesses', () => empty)
  answer('account.trail', () => empty)
  answer('account.farewell', () => ({ farewell }))
  openPage(DataPage)
}

test('resident: corrects the name; what is emptied is taken away', async () => {
  openData()
  answer('account.correct', () => ({ account: anAccount() }))
  fireEvent.input(await screen.findByLabelText('怎么称呼您'), { target: { value: '李奶奶' } })
  fireEvent.input(screen.getByLabelText('电话（可以不填）'), { target: { value: '' } })
  fireEvent.click(screen.getByText('存好'))
  await waitFor(() =>
    expect(requestsOf('account.correct').map(({ input }) => input)).toEqual([
      { nickname: '李奶奶', realName: '李桂兰', phone: null },
    ]),
  )
})

test('resident: half a phone number is said to be wrong, and not sent', async () => {
  openData()
  fireEvent.input(await screen.findByLabelText('电话（可以不填）'), { target: { value: '1381' } })
  expect(screen.getByText('手机号是 11 位数字')).toBeVisible()
  fireEvent.click(screen.getByText('存好'))
  expect(requestsOf('account.correct')).toEqual([])
})

test('resident: sees what neighbours see, before and after sharing', async () => {
  openData(anAccount({ realName: '李桂兰', shares: { ...sharesNothing, realName: true } }))
  const preview = await screen.findByLabelText('邻居看到的您')
  expect(preview).toHaveTextContent('李阿姨')
  expect(preview).toHaveTextContent('李桂兰')
  expect(preview).not.toHaveTextContent('幸福里')
  answer('account.correct', () => ({ account: anAccount() }))
  fireEvent.click(screen.getByRole('switch', { name: '给邻居看住几单元' }))
  await waitFor(() =>
    expect(requestsOf('account.correct').map(({ input }) => input)).toEqual([
      { shares: { realName: true, unit: true, phone: false } },
    ]),
  )
})

test('resident: takes consent back, after hearing what goes', async () => {
  openData(anAccount({ privacy: { version: '2026-11', at: Date.UTC(2026, 10, 1) } }))
  answer('account.privacy', () => ({ account: anAccount() }))
  fireEvent.click(await screen.findByText('撤回同意'))
  expect(screen.getByText(dataWords.withdrawConsequence)).toBeVisible()
  fireEvent.click(screen.getByText('撤回'))
  await waitFor(() =>
    expect(requestsOf('account.privacy').map(({ input }) => input)).toEqual([
      { version: '2026-11', isAgreed: false },
    ]),
  )
})

test('resident: reads who looked, in which office, and what happened', async () => {
  signIn(anAccount())
  const at = Date.now()
  answer('account.accesses', () => ({
    items: [{ _id: 'a', kind: 'phone', byName: '周组长', role: 'microGridLeader', areaName: '4栋', at }],
    nextCursor: null,
  }))
  answer('account.trail', () => ({
    items: [
      { _id: 'trail-0001', event: 'confirmed', areaName: '4栋', byName: '周组长', at, note: '', role: null },
    ],
    nextCursor: null,
  }))
  openPage(DataPage)
  expect(await screen.findByText('看了您的电话')).toBeVisible()
  expect(screen.getByText(/周组长 · 微网格长 · 4栋/)).toBeVisible()
  expect(screen.getByText('确认了住户身份')).toBeVisible()
})

test('resident: nobody has looked yet, and a list that fails can be asked once more', async () => {
  signIn(anAccount())
  answer('account.accesses', () => empty)
  answer('account.trail', () => {
    throw lost
  })
  openPage(DataPage)
  expect(await screen.findByText('还没有人看过您的资料')).toBeVisible()
  expect(await screen.findByText('再试一次')).toBeVisible()
})

test('resident: has everything made into a file, and it opens', async () => {
  openData()
  answer('print.myData', () => ({ fileId: 'cloud://test/my-data/one.pdf' }))
  fireEvent.click(await screen.findByText('做成文件'))
  expect(await screen.findByText('再打开一次')).toBeVisible()
  expect(requestsOf('print.myData')).toHaveLength(1)
})

test('resident: leaves for good in two steps, having heard what ends', async () => {
  openData()
  answer('account.cancel', () => ({}))
  fireEvent.click(await screen.findByRole('button', { name: '注销账号' }))
  for (const line of farewellLines(farewell)) expect(await screen.findByText(line)).toBeVisible()
  expect(requestsOf('account.cancel')).toEqual([])
  fireEvent.click(screen.getByText('我知道了，接着办'))
  expect(await screen.findByText(dataWords.cancelSure)).toBeVisible()
  fireEvent.click(screen.getByRole('button', { name: '注销' }))
  await waitFor(() => expect(requestsOf('account.cancel')).toHaveLength(1))
  await waitFor(() => expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' }))
})

test('resident: who alone acts for somebody hears whom, and cannot go on', async () => {
  signIn(anAccount())
  answer('account.accesses', () => empty)
  answer('account.trail', () => empty)
  answer('account.farewell', () => ({
    farewell: { ...farewell, dependents: [{ userId: 'mother-0001', name: '李妈妈' }] },
  }))
  openPage(DataPage)
  fireEvent.click(await screen.findByRole('button', { name: '注销账号' }))
  expect(await screen.findByText('李妈妈只靠您一个人替他办事，请先另请一位')).toBeVisible()
  expect(screen.queryByText('我知道了，接着办')).toBeNull()
})

test('resident: the last in a role is told so', async () => {
  openData()
  answer('account.cancel', () => {
    throw new AppError('StillInUse', { role: 'communityStaff' })
  })
  fireEvent.click(await screen.findByRole('button', { name: '注销账号' }))
  fireEvent.click(await screen.findByText('我知道了，接着办'))
  fireEvent.click(await screen.findByRole('button', { name: '注销' }))
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: dataWords.stillInUse.role }),
    ),
  )
})

test('newcomer: has nothing kept, and is shown the way in', async () => {
  openData(null)
  expect(await screen.findByText('您还没有加入哪一栋楼，扫楼里的码就好')).toBeVisible()
})
