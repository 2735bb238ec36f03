import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { profileWords, volunteer as words } from '@/copy/volunteer'
import { startOfDay } from '@/domain/shared/calendar'
import { days } from '@/domain/shared/time'
import ProfilePage from '@/packages/volunteer/pages/profile'
import { aVolunteer } from '../support/factories/account'
import { answer, lost, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const me = aVolunteer()

function openProfile(account = me): void {
  signIn(account)
  answer('order.deeds', () => ({
    orders: 3,
    minutes: 45,
    people: 2,
    thanks: [
      {
        orderId: 'order-0001',
        words: '谢谢小王，水龙头不漏了',
        serviceName: '小修小补',
        at: 1_736_000_000_000,
        onWall: true,
      },
    ],
    corrections: [
      {
        orderId: 'order-0001',
        serviceName: '小修小补',
        minutes: -15,
        reason: '多记了',
        at: 1_736_000_000_000,
      },
    ],
  }))
  openPage(ProfilePage)
}

const saved = () => requestsOf('account.putVolunteer').map(({ input }) => input)

test('volunteer: sees every effort: orders, time, people, and the thanks to keep', async () => {
  openProfile()
  expect(await screen.findByText('谢谢小王，水龙头不漏了')).toBeVisible()
  expect(screen.getByText('小修小补 · 2025年1月4日')).toBeVisible()
  expect(screen.getByText('贴在楼栋感谢墙上')).toBeVisible()
  expect(screen.getByText('小修小补：减 15 分钟')).toBeVisible()
  expect(screen.getByText('2025年1月4日 · 多记了')).toBeVisible()
  fireEvent.click(screen.getByText('谢谢小王，水龙头不漏了'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/order/index?id=order-0001' })
  expect(screen.getByText('办好了').parentElement).toHaveTextContent('3 单')
  expect(screen.getByText('45 分钟')).toBeVisible()
  expect(screen.getByText('2 家')).toBeVisible()
})

test('volunteer: says what they can do, when, how much, and rests until a day; all is saved at once', async () => {
  openProfile()
  answer('account.putVolunteer', ({ skills, ...volunteer }) => ({
    account: { ...me, skills, volunteer: { ...me.volunteer, ...volunteer } },
  }))
  await userEvent.click(await screen.findByRole('checkbox', { name: '开车接送' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '修东西' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '周一上午' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '周日晚上' }))
  await userEvent.click(screen.getByRole('radio', { name: '5 单' }))
  const [rest] = screen.getAllByRole('radio', { name: /歇到/ })
  await userEvent.click(rest!)
  await userEvent.click(screen.getByText(profileWords.save))
  await waitFor(() => expect(saved()).toHaveLength(1))
  expect(saved()[0]).toEqual({
    skills: ['driving'],
    cap: 5,
    offUntil: startOfDay(Date.now()) + days(7),
    times: [
      { weekday: 1, from: 480, to: 720 },
      { weekday: 0, from: 1080, to: 1260 },
    ],
  })
  await waitFor(() => expect(screen.queryByText(profileWords.save)).toBeNull())
})

test('volunteer: without a network what was ticked stays, and saving again is one saving', async () => {
  openProfile()
  answer('account.putVolunteer', () => {
    throw lost
  })
  await userEvent.click(await screen.findByRole('checkbox', { name: '急救' }))
  await userEvent.click(screen.getByText(profileWords.save))
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalled())
  expect(screen.getByRole('checkbox', { name: '急救' })).toHaveAttribute('aria-checked', 'true')
  await userEvent.click(screen.getByText(profileWords.save))
  await waitFor(() => expect(saved()).toHaveLength(2))
  const [one, two] = requestsOf('account.putVolunteer')
  expect(two!.requestId).toBe(one!.requestId)
})

test('volunteer: who rests sees until when, and comes back with one tap', async () => {
  const offUntil = startOfDay(Date.now()) + days(3)
  openProfile(aVolunteer({ volunteer: { cap: 3, offUntil, times: [], avoids: ['resident-five'] } }))
  answer('account.putVolunteer', () => ({ account: me }))
  await screen.findByText(profileWords.off)
  const chosen = screen.getAllByRole('radio', { name: /歇到/ }).filter((one) => one.ariaChecked === 'true')
  expect(chosen).toHaveLength(1)
  await userEvent.click(screen.getByRole('radio', { name: profileWords.on }))
  await userEvent.click(screen.getByText(profileWords.save))
  await waitFor(() => expect(saved()[0]).toMatchObject({ offUntil: null }))
  // Untouched here, so not written: somebody may have been added meanwhile.
  expect(saved()[0]).not.toHaveProperty('avoids')
})

test('resident: who is no volunteer has nothing to set', async () => {
  signIn()
  openPage(ProfilePage)
  expect(await screen.findByText(words.notVolunteerHint)).toBeVisible()
})
