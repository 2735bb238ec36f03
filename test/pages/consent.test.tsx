import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { notice as words } from '@/copy/notice'
import { presentOrder } from '@/domain/order/present'
import DeskPage from '@/packages/staff/pages/desk/index'
import NoticePage from '@/packages/talk/pages/board/notice'
import { anAccount, aStaffMember } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { answer, requestsOf } from './_support/fake-cloud'
import { aNoticeView } from './_support/notices'
import { openPage, signIn } from './_support/render-page'

/** WeChat's own dialog: what it was asked for, and what the person answers to all. */
function dialog(said: 'accept' | 'reject'): string[][] {
  const asked: string[][] = []
  Object.assign(Taro, {
    requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) => {
      asked.push(tmplIds)
      return Promise.resolve(Object.fromEntries(tmplIds.map((id) => [id, said])))
    },
  })
  answer('account.consent', () => ({}))
  return asked
}

const agreed = () => requestsOf('account.consent').map(({ input }) => input)

function openNotice(consents: Record<string, number> = {}): void {
  signIn(anAccount({ consents }))
  const notice = aNoticeView({ isRead: false })
  answer('notice.get', () => ({ notice }))
  answer('notice.read', () => ({}) as never)
  openPage(NoticePage, { id: notice._id })
}
const read = async () => fireEvent.click(await screen.findByText(words.gotIt))

test('resident: who says "got it" is asked to be told of the next one', async () => {
  const asked = dialog('accept')
  openNotice()
  await read()
  await waitFor(() => expect(agreed()).toEqual([{ moments: ['notice'] }]))
  expect(asked).toEqual([['TEMPLATE-NOTICE']])
})

test('resident: who can still be told is left alone', async () => {
  const asked = dialog('accept')
  openNotice({ notice: 1 })
  await read()
  await waitFor(() => expect(requestsOf('notice.read')).toHaveLength(1))
  expect(asked).toEqual([])
})

test('resident: who says no is not asked twice in a day', async () => {
  const asked = dialog('reject')
  openNotice()
  await read()
  await waitFor(() => expect(asked).toHaveLength(1))
  await read()
  await waitFor(() => expect(requestsOf('notice.read')).toHaveLength(2))
  expect(asked).toHaveLength(1)
  expect(agreed()).toEqual([])
})

test('staff: are asked on the tap that opens an order at the desk', async () => {
  const asked = dialog('accept')
  const staff = aStaffMember()
  signIn(staff)
  answer('order.listDesk', () => ({ items: [presentOrder(staff, anOrder())], nextCursor: null }))
  openPage(DeskPage)
  fireEvent.click(await screen.findByText('厨房水龙头漏水'))
  await waitFor(() => expect(agreed()).toHaveLength(1))
  expect(asked).toEqual([['TEMPLATE-DIGEST', 'TEMPLATE-LATE', 'TEMPLATE-UNHAPPY']])
})
