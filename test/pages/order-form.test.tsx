import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { presentOrder } from '@/domain/order/present'
import { orderFormWords } from '@/copy/pages'
import { repeatFormWords } from '@/copy/repeat'
import type { Output } from '@/domain/contracts'
import { keep } from '@/platform/storage'
import OrderNew from '@/packages/ask/pages/order-new/index'
import { anAccount } from '../support/factories/account'
import { aHandbook } from '../support/factories/handbook'
import { anOrder } from '../support/factories/order'
import { answer, lost, refuse, requestsOf } from './_support/fake-cloud'
import { openPage, signIn } from './_support/render-page'

const placed = () => ({ order: presentOrder(anAccount(), anOrder({ _id: 'order-placed' })) })
const nothing: Output<'order.preview'> = { dangers: [], guide: [], similar: [] }

/** The office's book, and a cloud that sees nothing in the way. */
function holdHandbook(): void {
  answer('handbook.get', () => ({ handbook: { ...aHandbook(), trail: null, canEdit: false } }))
  answer('order.preview', () => nothing)
  answer('account.consent', () => ({}))
}

async function write(text: string): Promise<void> {
  await userEvent.type(await screen.findByLabelText('说说是什么事'), text)
}
const tap = async (words: string): Promise<void> => userEvent.click(await screen.findByText(words))
const sent = () => requestsOf('order.create')[0]?.input

beforeEach(() => {
  signIn()
  holdHandbook()
})

test('resident: orders help with a sentence, and is asked for consent on the same tap', async () => {
  answer('order.create', placed)
  openPage(OrderNew, { service: 'repair', text: '' })
  await write('水龙头一直滴水')
  await tap('提交')
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/order/index?id=order-placed' }),
  )
  expect(sent()).toMatchObject({
    serviceId: 'repair',
    text: '水龙头一直滴水',
    beneficiary: { kind: 'self' },
    urgent: false,
    window: null,
    homePath: 'heping/c1/e1/b4/',
    roomNumber: '',
    phone: null,
    hasSeenDanger: false,
  })
  expect(Taro.requestSubscribeMessage).toHaveBeenCalledTimes(1)
})

test('resident: the usual service needs no words: one tap on the form sends it', async () => {
  answer('order.create', placed)
  openPage(OrderNew, { service: 'repair', text: '' })
  await tap('提交')
  await waitFor(() => expect(sent()).toMatchObject({ serviceId: 'repair', text: '请一位志愿者来修一修' }))
})

test('resident: "anything else" without a word says nothing, and is not sent', async () => {
  openPage(OrderNew, { service: 'other', text: '' })
  await tap('提交')
  expect(screen.getByText('再多写几个字，让人知道是什么事')).toBeInTheDocument()
  expect(requestsOf('order.create')).toHaveLength(0)
})

test('resident: what was said on the home page is already written, and filed under what it means', async () => {
  openPage(OrderNew, { service: '', text: encodeURIComponent('灯泡坏了') })
  expect(await screen.findByLabelText('说说是什么事')).toHaveValue('灯泡坏了')
  expect(screen.getByText('小修小补')).toBeInTheDocument()
  expect(screen.getByText('按您说的，先记成这一类')).toBeInTheDocument()
})

test('resident: a voice from the home page is enough', async () => {
  answer('order.create', placed)
  const voice = { fileId: 'cloud://test/voices/one.mp3', seconds: 4.5 }
  openPage(OrderNew, { service: '', text: '', voice: encodeURIComponent(voice.fileId), seconds: '4.5' })
  await tap('提交')
  await waitFor(() => expect(sent()).toMatchObject({ serviceId: 'other', text: '', voice }))
})

test('resident: finds a service by everyday words', async () => {
  openPage(OrderNew)
  await userEvent.type(await screen.findByLabelText('要帮什么忙'), '报警器')
  expect(screen.queryByText('陪同就医')).not.toBeInTheDocument()
  await tap('燃气报警器')
  expect(screen.getByText('闻到煤气味吗？')).toBeInTheDocument()
})

test('resident: reads the order back in one sentence', async () => {
  openPage(OrderNew, { service: 'repair', text: '' })
  await tap('明天上午')
  expect(screen.getByText('明天上午，请一位志愿者到幸福里小区 4栋来修一修')).toBeInTheDocument()
})

test('resident: too few words are not sent, and what to do is said', async () => {
  openPage(OrderNew, { service: 'repair', text: '' })
  await write('灯')
  await tap('提交')
  expect(screen.getByText('再多写几个字，让人知道是什么事')).toBeInTheDocument()
  expect(requestsOf('order.create')).toHaveLength(0)
})

test('resident: a question that must be answered is pointed out', async () => {
  openPage(OrderNew, { service: 'gasAlarm', text: '' })
  await tap('提交')
  expect(screen.getByText('请选一个或写一写')).toBeInTheDocument()
  expect(requestsOf('order.create')).toHaveLength(0)
})

test('resident: answers go along, those of another service do not', async () => {
  answer('order.create', placed)
  openPage(OrderNew, { service: 'gasAlarm', text: '' })
  await tap('没有')
  await tap('换一个')
  await tap('小修小补')
  await tap('提交')
  await waitFor(() => expect(sent()).toMatchObject({ serviceId: 'repair', answers: {} }))
})

test('resident: orders for a neighbour only once their consent is told of', async () => {
  answer('order.create', placed)
  openPage(OrderNew, { service: 'repair', text: '' })
  await tap('别人')
  await userEvent.type(screen.getByLabelText('怎么称呼'), '赵爷爷')
  await tap('邻居')
  await tap('幸福里小区 4栋 别的门')
  await userEvent.type(screen.getByLabelText('房号'), '301')
  await tap('提交')
  expect(screen.getByText('请先问过本人')).toBeInTheDocument()
  await tap('电话里同意了')
  expect(screen.getByText('尽快，请一位志愿者到幸福里小区 4栋 301来修一修，帮的是赵爷爷')).toBeInTheDocument()
  await tap('提交')
  await waitFor(() =>
    expect(sent()).toMatchObject({
      beneficiary: { kind: 'other', name: '赵爷爷', relation: 'neighbour', userId: null, consent: 'byPhone' },
      homePath: 'heping/c1/e1/b4/',
      roomNumber: '301',
    }),
  )
})

test('resident: what was typed survives the end of the mini program', async () => {
  const before = openPage(OrderNew, { service: 'repair', text: '' })
  await write('水龙头一直滴水')
  before.unmount()
  openPage(OrderNew)
  expect(await screen.findByLabelText('说说是什么事')).toHaveValue('水龙头一直滴水')
  expect(screen.getByText('上次没写完的，给您留着')).toBeInTheDocument()
})

test('resident: a draft of the first release is still there', async () => {
  keep('order-draft', {
    requestId: 'request-of-old',
    service: 'hospital',
    text: '陪我去拿药',
    urgent: true,
    window: null,
    homePath: 'heping/c1/e1/b4/',
    phone: '',
    photoFileIds: [],
  })
  openPage(OrderNew)
  expect(await screen.findByLabelText('说说是什么事')).toHaveValue('陪我去拿药')
  expect(screen.getByText('陪同就医')).toBeInTheDocument()
  expect(screen.getByRole('switch', { name: '着急' })).toHaveAttribute('aria-checked', 'true')
})

test('resident: without a network the form is written by the handbook that the phone has kept', async () => {
  const before = openPage(OrderNew, { service: 'repair', text: '' })
  await screen.findByText('小修小补')
  before.unmount()
  answer('handbook.get', () => {
    throw lost
  })
  openPage(OrderNew, { service: 'gasAlarm', text: '' })
  expect(await screen.findByText('闻到煤气味吗？')).toBeInTheDocument()
})

test('resident: pressing again after the network failed sends the same request, even after a crash', async () => {
  answer('order.create', () => {
    throw lost
  })
  const before = openPage(OrderNew, { service: 'repair', text: '' })
  await write('水龙头一直滴水')
  await tap('提交')
  await waitFor(() => expect(requestsOf('order.create')).toHaveLength(1))
  await tap('提交')
  await waitFor(() => expect(requestsOf('order.create')).toHaveLength(2))
  expect(Taro.showToast).toHaveBeenCalledWith(
    expect.objectContaining({ title: '网络断开了，连上后再点一次' }),
  )
  before.unmount()

  answer('order.create', placed)
  openPage(OrderNew)
  await tap('提交')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  const ids = requestsOf('order.create').map(({ requestId }) => requestId)
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(1)
})

test('resident: after an order is placed, the next one starts anew', async () => {
  answer('order.create', placed)
  const before = openPage(OrderNew, { service: 'repair', text: '' })
  await write('水龙头一直滴水')
  await tap('提交')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  before.unmount()
  openPage(OrderNew, { service: 'repair', text: '' })
  await write('另一件事')
  await tap('提交')
  await waitFor(() => expect(requestsOf('order.create')).toHaveLength(2))
  const [first, second] = requestsOf('order.create')
  expect(first?.requestId).not.toBe(second?.requestId)
})

test('resident: a refusal is told in words and nothing typed is lost', async () => {
  answer('order.create', () => refuse('ContentRejected'))
  openPage(OrderNew, { service: 'repair', text: '' })
  await write('不该说的话')
  await tap('提交')
  await waitFor(() =>
    expect(Taro.showToast).toHaveBeenCalledWith(
      expect.objectContaining({ title: '这段话发不出去，换个说法试试' }),
    ),
  )
  expect(screen.getByLabelText('说说是什么事')).toHaveValue('不该说的话')
})

test('resident: a wrong phone number is pointed out', async () => {
  openPage(OrderNew, { service: 'repair', text: encodeURIComponent('水龙头一直滴水') })
  await userEvent.type(await screen.findByLabelText('电话（可以不填）'), '12345')
  await tap('提交')
  expect(screen.getByText('电话是 11 位数字，请再看看')).toBeInTheDocument()
})

test('newcomer: is sent to join first', async () => {
  signIn(null)
  openPage(OrderNew)
  expect(await screen.findByText('先加入楼栋，才知道到哪里帮您')).toBeInTheDocument()
})

describe('something said in a group that becomes an order', () => {
  const said = {
    service: '',
    text: encodeURIComponent('灯泡坏了，三楼的'),
    photo: encodeURIComponent('cloud://test/photos/new/lamp.jpg'),
    group: encodeURIComponent('heping/c1/e1/b4/'),
    seq: '7',
  }

  test('words and picture are there, the form says where they come from, and the group hears of it', async () => {
    answer('order.create', placed)
    openPage(OrderNew, said)
    expect(await screen.findByDisplayValue('灯泡坏了，三楼的')).toBeVisible()
    expect(screen.getByText(orderFormWords.fromGroup)).toBeVisible()
    expect(screen.queryByText(repeatFormWords.label)).toBeNull()
    await tap('提交')
    await waitFor(() =>
      expect(sent()).toMatchObject({
        text: '灯泡坏了，三楼的',
        photoFileIds: ['cloud://test/photos/new/lamp.jpg'],
        from: { groupPath: 'heping/c1/e1/b4/', seq: 7 },
      }),
    )
  })

  test('what was begun otherwise neither takes its place nor goes along with it', async () => {
    const { unmount } = openPage(OrderNew, { service: 'repair', text: '' })
    await write('水龙头一直滴水')
    unmount()
    const other = openPage(OrderNew, said)
    expect(await screen.findByDisplayValue('灯泡坏了，三楼的')).toBeVisible()
    expect(screen.queryByText(orderFormWords.restored)).toBeNull()
    await write('，很暗')
    other.unmount()
    const first = openPage(OrderNew, { service: 'repair', text: '' })
    expect(await screen.findByDisplayValue('水龙头一直滴水')).toBeVisible()
    expect(screen.queryByText(orderFormWords.fromGroup)).toBeNull()
    first.unmount()
    openPage(OrderNew, said)
    expect(await screen.findByDisplayValue('灯泡坏了，三楼的，很暗')).toBeVisible()
    expect(screen.getByText(orderFormWords.fromGroup)).toBeVisible()
  })

  test('another message begins anew', async () => {
    const { unmount } = openPage(OrderNew, said)
    await write('，很暗')
    unmount()
    openPage(OrderNew, { ...said, text: encodeURIComponent('门锁坏了'), seq: '9' })
    expect(await screen.findByDisplayValue('门锁坏了')).toBeVisible()
  })
})
