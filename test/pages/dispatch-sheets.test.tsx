import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { eventWords } from '@/copy/order-events'
import { startOfDay } from '@/domain/shared/calendar'
import { days, minutes } from '@/domain/shared/time'
import { aGuideEntry, aHandbook, aService } from '../support/factories/handbook'
import { anOrder, aReview, aTaker, wang } from '../support/factories/order'
import { places } from '../support/factories/places'
import { asStaff } from './_support/desk'
import { ask, confirm, holdDeskOrder, inSheet, openDeskOrder } from './_support/desk-order'
import { answer, refuse, requestsOf } from './_support/fake-cloud'

test('staff: taking an order back needs a reason and names the consequence', async () => {
  holdDeskOrder(anOrder({ status: 'accepted' }))
  answer('order.withdraw', () => ({ order: asStaff(anOrder()) }))
  openDeskOrder()
  await ask('收回')
  expect(screen.getByText(eventWords.withdraw.consequence)).toBeVisible()
  expect(inSheet().getByRole('button', { name: '收回' })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(screen.getByText('等得太久'))
  await confirm('收回')
  await waitFor(() => expect(requestsOf('order.withdraw')[0]?.input).toMatchObject({ note: '等得太久' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('staff: puts an order off to a day and an hour', async () => {
  holdDeskOrder()
  answer('order.defer', () => ({ order: asStaff(anOrder({ status: 'deferred' })) }))
  openDeskOrder()
  await ask('延后')
  await userEvent.click(screen.getByRole('radio', { name: '后天' }))
  await userEvent.click(screen.getByRole('radio', { name: '下午2点' }))
  expect(screen.getByText('到后天下午2点再办')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: '要等配件' }))
  await confirm('延后')
  await waitFor(() =>
    expect(requestsOf('order.defer')[0]?.input).toEqual({
      orderId: 'order-0001',
      until: startOfDay(Date.now()) + days(2) + minutes(840),
      note: '要等配件',
    }),
  )
})

test('staff: sends it to whoever does it, the fitting one first, with the number', async () => {
  holdDeskOrder(anOrder({ text: '下水道又堵了' }))
  const lamp = aGuideEntry({
    id: 'lamp',
    matter: '路灯不亮',
    words: ['路灯'],
    name: '市政热线',
    phone: '12345',
  })
  answer('handbook.get', () => ({
    handbook: { ...aHandbook({ guide: [lamp, aGuideEntry()] }), canEdit: true },
  }))
  answer('order.redirect', () => ({ order: asStaff(anOrder({ status: 'redirected' })) }))
  openDeskOrder()
  await ask('转交')
  const rows = await screen.findAllByRole('radio')
  expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([
    '下水道堵塞 幸福里物业',
    '路灯不亮 市政热线',
    '转为事件上报',
  ])
  expect(screen.getByText('025-12345678 全天')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: '下水道堵塞 幸福里物业' }))
  await userEvent.type(screen.getByLabelText('说明一下'), '物业今天来')
  await confirm('转交')
  await waitFor(() =>
    expect(requestsOf('order.redirect')[0]?.input).toEqual({
      orderId: 'order-0001',
      guideId: 'drain',
      note: '物业今天来',
    }),
  )
})

test('staff: what is nobody’s becomes an incident', async () => {
  holdDeskOrder()
  answer('order.redirect', () => ({ order: asStaff(anOrder({ status: 'redirected' })) }))
  openDeskOrder()
  await ask('转交')
  await userEvent.type(await screen.findByLabelText('转给谁'), '没有这一家')
  await userEvent.click(screen.getByRole('radio', { name: '转为事件上报' }))
  await userEvent.type(screen.getByLabelText('说明一下'), '楼道堆物')
  await confirm('转交')
  await waitFor(() =>
    expect(requestsOf('order.redirect')[0]?.input).toMatchObject({ guideId: null, note: '楼道堆物' }),
  )
})

test('staff: hands it to another community of the street, never to their own', async () => {
  holdDeskOrder()
  answer('order.listDesks', () => ({
    items: [
      { communityPath: places.community, name: '幸福社区' },
      { communityPath: places.otherCommunity, name: '和平社区' },
    ],
  }))
  answer('order.transfer', () => ({ order: asStaff(anOrder()) }))
  openDeskOrder()
  await ask('转社区')
  await userEvent.click(await screen.findByRole('radio', { name: '和平社区' }))
  expect(screen.queryByRole('radio', { name: '幸福社区' })).toBeNull()
  await userEvent.type(screen.getByLabelText('说明一下'), '门牌归和平社区')
  await confirm('转社区')
  await waitFor(() =>
    expect(requestsOf('order.transfer')[0]?.input).toMatchObject({ communityPath: places.otherCommunity }),
  )
})

test('staff: splits what was asked in one breath', async () => {
  holdDeskOrder()
  const services = [aService(), aService({ id: 'hospital', name: '陪同就医' })]
  answer('handbook.get', () => ({ handbook: { ...aHandbook({ services }), canEdit: true } }))
  answer('order.split', () => ({ order: asStaff(anOrder()) }))
  openDeskOrder()
  await ask('拆单')
  await userEvent.type(await screen.findByLabelText('是什么事'), '明天陪去医院')
  expect(inSheet().getByRole('button', { name: '拆单' })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(await screen.findByRole('radio', { name: '陪同就医' }))
  await userEvent.click(screen.getByText('再拆一件'))
  await userEvent.type(screen.getAllByLabelText('是什么事')[1]!, '修门锁')
  await userEvent.click(screen.getAllByRole('radio', { name: '小修小补' })[1]!)
  await confirm('拆单')
  await waitFor(() =>
    expect(requestsOf('order.split')[0]?.input).toEqual({
      orderId: 'order-0001',
      parts: [
        { serviceId: 'hospital', text: '明天陪去医院' },
        { serviceId: 'repair', text: '修门锁' },
      ],
    }),
  )
})

test('staff: merges it into another one, the likest first, never into itself', async () => {
  holdDeskOrder()
  const elsewhere = anOrder({ _id: 'order-0003', text: '五栋也漏水', areaPath: places.building5 })
  const twin = anOrder({ _id: 'order-0002', text: '楼上楼下都漏水' })
  answer('order.listDesk', ({ serviceId }) => ({
    items: (serviceId ? [elsewhere, twin] : [anOrder(), twin]).map(asStaff),
    nextCursor: null,
  }))
  answer('order.merge', () => ({ order: asStaff(anOrder({ status: 'merged' })) }))
  openDeskOrder()
  await ask('合并')
  await screen.findByText('五栋也漏水')
  expect(screen.getAllByRole('radio').map((row) => row.getAttribute('aria-label'))).toEqual([
    '楼上楼下都漏水',
    '五栋也漏水',
  ])
  await userEvent.click(screen.getByRole('radio', { name: '楼上楼下都漏水' }))
  await userEvent.type(screen.getByLabelText('说明一下'), '同一根水管')
  await confirm('合并')
  await waitFor(() =>
    expect(requestsOf('order.merge')[0]?.input).toMatchObject({ intoId: 'order-0002', note: '同一根水管' }),
  )
})

test('staff: says which of several did not come', async () => {
  const takers = [aTaker(), aTaker({ userId: 'volunteer-zhao', name: '赵姐' })]
  holdDeskOrder(anOrder({ status: 'accepted', people: 2, takers }))
  answer('order.noShow', () => ({ order: asStaff(anOrder({ status: 'dispatched' })) }))
  openDeskOrder()
  await ask('没来')
  await userEvent.type(screen.getByLabelText('说一下情况'), '电话不通')
  expect(inSheet().getByRole('button', { name: '没来' })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(screen.getByRole('radio', { name: '赵姐' }))
  await confirm('没来')
  await waitFor(() =>
    expect(requestsOf('order.noShow')[0]?.input).toMatchObject({
      userId: 'volunteer-zhao',
      note: '电话不通',
    }),
  )
})

test('staff: has called whom no message reached', async () => {
  const unreached = [
    { to: 'resident-li', moment: 'accepted' as const, at: 1 },
    { to: wang.userId, moment: 'offered' as const, at: 1 },
  ]
  holdDeskOrder(anOrder({ status: 'accepted', unreached }))
  answer('order.callBack', () => ({ order: asStaff(anOrder({ status: 'accepted' })) }))
  openDeskOrder()
  await ask('打过电话了')
  expect(screen.getByText('没收到派单消息')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: '李阿姨' }))
  await userEvent.type(screen.getByLabelText('电话里说了什么'), '知道有人来了')
  await confirm('打过电话了')
  await waitFor(() =>
    expect(requestsOf('order.callBack')[0]?.input).toMatchObject({
      userId: 'resident-li',
      note: '知道有人来了',
    }),
  )
})

test('staff: a note is among themselves, until they say otherwise', async () => {
  holdDeskOrder()
  answer('order.remark', () => ({ order: asStaff(anOrder()) }))
  openDeskOrder()
  await ask('内部备注')
  await userEvent.type(screen.getByLabelText('想说什么'), '老人独居')
  await confirm('留言')
  await waitFor(() => expect(requestsOf('order.remark')[0]?.input).toMatchObject({ isInternal: true }))
  await ask('内部备注')
  await userEvent.click(screen.getByRole('switch', { name: '只给社区看' }))
  await userEvent.type(screen.getByLabelText('想说什么'), '下午到')
  await confirm('留言')
  await waitFor(() => expect(requestsOf('order.remark')[1]?.input).toMatchObject({ isInternal: false }))
})

test('staff: asks after a low rating; the rating stays', async () => {
  holdDeskOrder(anOrder({ status: 'reviewed', review: aReview({ stars: 1, tags: [] }) }))
  answer('order.followUp', () => ({ order: asStaff(anOrder({ status: 'reviewed' })) }))
  openDeskOrder()
  await ask('回访')
  expect(screen.getByText(eventWords.followUp.consequence)).toBeVisible()
  await userEvent.type(screen.getByLabelText('问到了什么'), '等了太久')
  await confirm('回访')
  await waitFor(() =>
    expect(requestsOf('order.followUp')[0]?.input).toEqual({ orderId: 'order-0001', finding: '等了太久' }),
  )
})

test('staff: what was typed stays when it can not be done', async () => {
  holdDeskOrder()
  answer('order.cancel', () => refuse('ContentRejected'))
  openDeskOrder()
  await ask('取消订单')
  await userEvent.type(screen.getByLabelText('为什么取消'), '儿子修好了')
  await confirm('取消订单')
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalled())
  expect(screen.getByLabelText('为什么取消')).toHaveValue('儿子修好了')
})
