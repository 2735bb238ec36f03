import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { guidePageWords as words } from '@/copy/handbook'
import GuidePage from '@/packages/ask/pages/guide/index'
import { anAccount } from '../support/factories/account'
import { aGuideEntry, aHandbook } from '../support/factories/handbook'
import { places } from '../support/factories/places'
import { answer, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const lamp = aGuideEntry({
  id: 'lamp',
  matter: '路灯不亮',
  words: ['路灯'],
  name: '市政照明',
  phone: '12345',
})

function holdGuide(): void {
  signIn(anAccount())
  answer('handbook.get', () => ({
    handbook: { ...aHandbook({ guide: [aGuideEntry(), lamp] }), trail: null, canEdit: false },
  }))
  answer('handbook.answered', () => ({}))
}
const search = (text: string): void => {
  fireEvent.change(screen.getByLabelText(words.search), { target: { value: text } })
}

test('resident: looks up whose job it is in words of their own, calls, and that is counted', async () => {
  holdGuide()
  openPage(GuidePage)
  expect(await screen.findByText('路灯不亮')).toBeVisible()
  search('厨房下水道堵了')
  expect(screen.queryByText('路灯不亮')).not.toBeInTheDocument()
  fireEvent.click(screen.getByLabelText(words.callWho('幸福里物业', '025-12345678')))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '025-12345678' })
  await waitFor(() =>
    expect(requestsOf('handbook.answered')[0]?.input).toEqual({
      communityPath: places.community,
      entryId: 'drain',
    }),
  )
})

test('resident: what is in no list can be ordered, in the same words', async () => {
  holdGuide()
  openPage(GuidePage)
  await screen.findByText('路灯不亮')
  search('想学写毛笔字')
  expect(screen.getByText(words.none)).toBeVisible()
  fireEvent.click(screen.getByText(words.order))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: expect.stringContaining(encodeURIComponent('想学写毛笔字')) as string,
  })
})

test('resident: the office’s own number is there too', async () => {
  holdGuide()
  openPage(GuidePage)
  fireEvent.click(await screen.findByText(words.office))
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '025-87654321' })
  expect(requestsOf('handbook.answered')).toHaveLength(0)
})
