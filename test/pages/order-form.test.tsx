import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { presentOrder } from '@/domain/order/present'
import { setElderMode } from '@/features/elder/elder-mode'
import OrderNew from '@/pages/order-new/index'
import { anAccount } from '../support/factories/account'
import { anOrder } from '../support/factories/order'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const placed = () => ({ order: presentOrder(anAccount(), anOrder({ _id: 'order-placed' })) })

async function write(text: string): Promise<void> {
  await userEvent.type(await screen.findByLabelText('说说是什么事'), text)
}

beforeEach(() => signIn())

test('resident: orders help with a sentence, and is asked for consent on the same tap', async () => {
  answer('order.create', placed)
  openPage(OrderNew, { service: 'repair', text: '' })
  await write('水龙头一直滴水')
  await userEvent.click(screen.getByText('提交'))
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/order/index?id=order-placed' }),
  )
  expect(requestsOf('order.create')[0]?.input).toMatchObject({
    service: 'repair',
    text: '水龙头一直滴水',
    urgent: false,
    window: null,
    homePath: 'heping/c1/e1/b4/',
    phone: null,
  })
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledTimes(1)
})

test('resident: what was said on the home page is already written', async () => {
  openPage(OrderNew, { service: '', text: encodeURIComponent('灯不亮了') })
  expect(await screen.findByLabelText('说说是什么事')).toHaveValue('灯不亮了')
})

test('resident: reads the order back in one sentence', async () => {
  openPage(OrderNew, { service: 'hospital', text: '' })
  await userEvent.click(await screen.findByText('明天上午'))
  expect(screen.getByText('明天上午，请一位志愿者到幸福里小区 4栋陪着去医院')).toBeInTheDocument()
})

test('resident: too few words are not sent, and what to do is said', async () => {
  openPage(OrderNew, { service: 'repair', text: '' })
  await write('灯')
  await userEvent.click(screen.getByText('提交'))
  expect(screen.getByText('再多写几个字，让人知道是什么事')).toBeInTheDocument()
  expect(requestsOf('order.create')).toHaveLength(0)
})

test('resident: what was typed survives the end of the mini program', async () => {
  const before = openPage(OrderNew, { service: 'repair', text: '' })
  await write('水龙头一直滴水')
  before.unmount()
  openPage(OrderNew)
  expect(await screen.findByLabelText('说说是什么事')).toHaveValue('水龙头一直滴水')
  expect(screen.getByText('上次没写完的，给您留着')).toBeInTheDocument()
})

test('resident: pressing again after the network failed sends the same request, even after a crash', async () => {
  answer('order.create', () => {
    throw lost
  })
  const before = openPage(OrderNew, { service: 'repair', text: '' })
  await write('水龙头一直滴水')
  await userEvent.click(screen.getByText('提交'))
  await userEvent.click(screen.getByText('提交'))
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '网络断开了，连上后再点一次' }),
  )
  before.unmount()

  answer('order.create', placed)
  openPage(OrderNew)
  await userEvent.click(await screen.findByText('提交'))
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  const ids = requestsOf('order.create').map(({ requestId }) => requestId)
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(1)
})

test('resident: after an order is placed, the next one starts anew', async () => {
  answer('order.create', placed)
  const before = openPage(OrderNew, { service: 'repair', text: '' })
  await write('水龙头一直滴水')
  await userEvent.click(screen.getByText('提交'))
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  before.unmount()
  openPage(OrderNew)
  await write('另一件事')
  await userEvent.click(screen.getByText('提交'))
  const [first, second] = requestsOf('order.create')
  expect(first?.requestId).not.toBe(second?.requestId)
})

test('resident: a refusal is told in words and nothing typed is lost', async () => {
  answer('order.create', () => refuse('ContentRejected'))
  openPage(OrderNew, { service: 'repair', text: '' })
  await write('不该说的话')
  await userEvent.click(screen.getByText('提交'))
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '这段话发不出去，换个说法试试' }),
  )
  expect(screen.getByLabelText('说说是什么事')).toHaveValue('不该说的话')
})

test('resident: a wrong phone number is pointed out', async () => {
  openPage(OrderNew, { service: 'repair', text: encodeURIComponent('水龙头一直滴水') })
  await userEvent.type(await screen.findByLabelText('电话（可以不填）'), '12345')
  await userEvent.click(screen.getByText('提交'))
  expect(screen.getByText('电话是 11 位数字，请再看看')).toBeInTheDocument()
})

test('elder mode: asks one thing at a time, and goes on only when it is answered', async () => {
  setElderMode(true)
  openPage(OrderNew, { service: 'repair', text: '' })
  expect(await screen.findByText('第 1 步，一共 6 步')).toBeInTheDocument()
  expect(screen.queryByLabelText('说说是什么事')).not.toBeInTheDocument()
  await userEvent.click(screen.getByText('下一步'))
  await userEvent.click(screen.getByText('下一步'))
  expect(screen.getByText('再多写几个字，让人知道是什么事')).toBeInTheDocument()
  await write('水龙头一直滴水')
  await userEvent.click(screen.getByText('下一步'))
  expect(screen.getByText('什么时候')).toBeInTheDocument()
})

test('newcomer: is sent to join first', async () => {
  signIn(null)
  openPage(OrderNew)
  expect(await screen.findByText('先加入楼栋，才知道到哪里帮您')).toBeInTheDocument()
})
