import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { isElderMode, restartElderMode } from '@/features/elder/elder-mode'
import Me from '@/pages/me/index'
import { openPage, signIn } from './_support/render-page'

test('elder mode: changes the page at once and is remembered on this phone', async () => {
  signIn()
  const { container } = openPage(Me)
  const page = container.firstElementChild
  const toggle = await screen.findByRole('switch', { name: '长辈模式' })
  expect(page).not.toHaveClass('elder')
  await userEvent.click(toggle)
  expect(page).toHaveClass('elder')
  expect(toggle).toBeChecked()
  restartElderMode()
  expect(isElderMode()).toBe(true)
})

test('elder mode: starts on where WeChat itself is set to large type', () => {
  jest.mocked(Taro.getAppBaseInfo).mockReturnValueOnce({ fontSizeSetting: 22 } as never)
  expect(isElderMode()).toBe(true)
})

test('elder mode: what was chosen here counts for more than WeChat', () => {
  Taro.setStorageSync('me/elder', 'false')
  jest.mocked(Taro.getAppBaseInfo).mockReturnValueOnce({ fontSizeSetting: 22 } as never)
  expect(isElderMode()).toBe(false)
})
