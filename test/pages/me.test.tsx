import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { myEntries } from '@/copy/me'
import type { Account } from '@/domain/account/schema'
import MePage from '@/pages/me/index'
import { aLeader, aMembership, anAccount, aStaffMember, aVolunteer } from '../support/factories/account'
import { places, startOfTests } from '../support/factories/places'
import { answer, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

function openMe(account: Account): void {
  signIn(account)
  answer('order.deeds', () => ({ orders: 4, minutes: 150, people: 3, thanks: [], corrections: [] }))
  openPage(MePage)
}

const titles = (): string[] =>
  Object.values(myEntries)
    .map(({ title }) => title)
    .filter((title) => screen.queryByRole('button', { name: title }) !== null)

test.each([
  [
    'resident',
    anAccount(),
    [
      '我的订单',
      '我的家',
      '我的资料',
      '公告栏',
      '这事归谁管',
      '楼栋感谢墙',
      '邻里互助',
      '谁是谁',
      '核验证明',
    ],
  ],
  [
    'applicant without a home',
    anAccount({ memberships: [] }),
    ['我的订单', '我的家', '我的资料', '邻里互助', '核验证明'],
  ],
  [
    'volunteer',
    aVolunteer(),
    [
      '我的订单',
      '我的家',
      '我的资料',
      '公告栏',
      '这事归谁管',
      '楼栋感谢墙',
      '邻里互助',
      '谁是谁',
      '我的志愿服务',
      '服务证明',
      '核验证明',
    ],
  ],
  [
    'leader',
    aLeader(),
    ['我的订单', '我的家', '我的资料', '邻里互助', '核验证明', '楼里的单', '要打的电话', '小区地图'],
  ],
  [
    'staff',
    aStaffMember(),
    [
      '我的订单',
      '我的家',
      '我的资料',
      '邻里互助',
      '核验证明',
      '一键排单',
      '楼里的单',
      '固定的帮忙',
      '要打的电话',
      '今早一览',
      '小区地图',
      '办事手册',
      '数据',
    ],
  ],
])('%s: finds the pages of their roles and no others', async (_who, account, expected) => {
  openMe(account)
  await screen.findByText(account.nickname)
  expect(titles()).toEqual(expected)
})

test('newcomer, declined: reads the reason beside the “no”; an older “no” of the same building is over', async () => {
  const no = aMembership({ standing: 'declined', reason: '不住这一户', endedAt: startOfTests })
  const other = { ...no, areaPath: places.building5, areaName: '幸福里小区 5栋', reason: '门牌写错了' }
  openMe(
    anAccount({ memberships: [{ ...no, joinedAt: 1 }, other, aMembership({ standing: 'unconfirmed' })] }),
  )
  expect(await screen.findByText('原因：门牌写错了')).toBeVisible()
  expect(screen.getByText(/再扫一次楼里的码/)).toBeVisible()
  expect(screen.queryByText('原因：不住这一户')).toBeNull()
})

test('staff: gets to the handbook', async () => {
  openMe(aStaffMember())
  fireEvent.click(await screen.findByRole('button', { name: '办事手册' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/staff/pages/handbook/index' })
})

test('volunteer: sees the hours at a glance, and gets to all of it', async () => {
  openMe(aVolunteer())
  expect(await screen.findByText('2.5 小时')).toBeVisible()
  fireEvent.click(screen.getByText('2.5 小时'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/volunteer/pages/profile/index' })
})

test('volunteer: who has done nothing yet is shown no zeros', async () => {
  signIn(aVolunteer())
  answer('order.deeds', () => ({ orders: 0, minutes: 0, people: 0, thanks: [], corrections: [] }))
  openPage(MePage)
  await waitFor(() => expect(requestsOf('order.deeds')).toHaveLength(1))
  expect(screen.queryByText('0 单')).toBeNull()
})

test('resident: is not asked for deeds they don’t have', async () => {
  openMe(anAccount())
  await screen.findByText('李阿姨')
  expect(requestsOf('order.deeds')).toHaveLength(0)
})

test('volunteer: what they can do is said in words', async () => {
  openMe(aVolunteer({ skills: ['repair', 'firstAid'] }))
  expect(await screen.findByText('会的手艺：修东西、急救')).toBeVisible()
})

test('newcomer: without an account, can check somebody’s certificate', async () => {
  signIn(null)
  openPage(MePage)
  fireEvent.click(await screen.findByText('核验证明'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/record/pages/verify/index?scene=' })
})
