import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import jsQR from 'jsqr'
import Taro from '@tarojs/taro'
import { qrPicture } from '@/components/qr-picture'
import { orderWords } from '@/copy/order'
import { eventWords } from '@/copy/order-events'
import OrderPage from '@/pages/order/index'
import { aVolunteer } from '../support/factories/account'
import { anOrder, doorCode } from '../support/factories/order'
import { presentOrder } from '@/domain/order/present'
import { answer, requestsOf } from './_support/fake-cloud'
import { holdOrder, openPage, signIn } from './_support/render-page'

/** The pixels of the drawing: each module four wide. */
function pixelsOf(picture: string): { data: Uint8ClampedArray; side: number } {
  const svg = decodeURIComponent(picture)
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const side = modules * 4
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1/g)) {
    for (let row = 0; row < 4; row += 1)
      for (let column = 0; column < 4; column += 1)
        data.set([0, 0, 0, 255], ((Number(y) * 4 + row) * side + Number(x) * 4 + column) * 4)
  }
  return { data, side }
}

test('resident: the drawing at the door is a QR code of the six digits', () => {
  const { data, side } = pixelsOf(qrPicture('042137'))
  expect(jsQR(data, side, side)?.data).toBe('042137')
})

const volunteer = aVolunteer()
async function atTheDoor(scanned: string): Promise<void> {
  const order = anOrder({ status: 'accepted' })
  signIn(volunteer)
  holdOrder(order, volunteer)
  answer('order.checkIn', () => ({ order: presentOrder(volunteer, order) }))
  jest.mocked(Taro.scanCode).mockResolvedValue({ result: scanned } as never)
  openPage(OrderPage, { id: order._id })
  await userEvent.click(await screen.findByRole('button', { name: eventWords.checkIn.button }))
  await userEvent.click(screen.getByRole('button', { name: orderWords.scanDoorCode }))
}

test('volunteer: scanning it checks in with the code', async () => {
  await atTheDoor(doorCode)
  expect(requestsOf('order.checkIn')).toMatchObject([{ input: { code: doorCode } }])
})

test('volunteer: another code is not taken for it', async () => {
  await atTheDoor('https://example.org')
  expect(requestsOf('order.checkIn')).toEqual([])
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: orderWords.notDoorCode }))
})
