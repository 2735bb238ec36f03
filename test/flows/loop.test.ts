import { topics } from '@/domain/signal/topics'
import { places } from '../support/factories/places'
import { openPhone, type Phone } from '../support/phone'
import { people, useTestCloud } from '../support/test-cloud'
import { signalId } from '../support/signal-id'

const test = useTestCloud()

const phoneOf = (who: keyof typeof people): Phone => {
  const { token } = test.cloud.personas.create({ id: who, openid: people[who], name: who })
  return openPhone({ url: test.cloud.url, token })
}

it('L1: the alarm is dark; the desk lights up, the volunteer comes, the resident rates', async () => {
  const [li, staff, volunteer] = [phoneOf('li'), phoneOf('staff'), phoneOf('volunteer')]
  const desk = await staff.signal(topics.desk(places.community))
  const { order } = await li.call('order.create', {
    serviceId: 'gasAlarm',
    answers: { smell: '没有' },
    text: '燃气报警器的灯不亮了',
    urgent: true,
    homePath: places.building4,
    phone: '13812345678',
  })
  await desk.moved
  const [waiting] = (await staff.call('order.listDesk', { view: 'waiting' })).items
  expect(waiting).toMatchObject({ _id: order._id, requesterName: '李阿姨', contact: null })

  const [best] = (await staff.call('order.suggest', { orderId: order._id })).items
  expect(best).toMatchObject({ nickname: '王师傅', reasons: ['sameEstate', 'skilled'] })
  const offer = await volunteer.signal(topics.user('volunteer-wang'))
  await staff.call('order.dispatch', {
    orderId: order._id,
    to: { kind: 'people', volunteerIds: [best?.userId ?? ''] },
  })
  await offer.moved
  const [task] = (await volunteer.call('order.listTasks', { view: 'offered' })).items
  expect(task).toMatchObject({ _id: order._id, contact: null, allowedActions: ['accept', 'decline'] })

  const accepted = await li.signal(topics.user('resident-li'))
  await volunteer.call('order.accept', { orderId: order._id })
  await accepted.moved
  expect((await li.call('order.get', { orderId: order._id })).order).toMatchObject({
    takers: [{ name: '王师傅' }],
  })
  await volunteer.call('order.checkIn', { orderId: order._id })
  const { fileID } = await volunteer.cloud.uploadFile({
    cloudPath: 'photos/after.jpg',
    filePath: new Uint8Array([255, 216]),
  })
  await volunteer.call('order.complete', { orderId: order._id, note: '换了电池', photoFileIds: [fileID] })
  const { order: done } = await li.call('order.get', { orderId: order._id })
  expect(done).toMatchObject({ status: 'completed', completion: { photoFileIds: [fileID] } })
  expect(done.allowedActions).toEqual(['review', 'reopen', 'remark'])
  const { fileList } = await li.cloud.getTempFileURL({ fileList: [fileID] })
  expect((await fetch(fileList[0]!.tempFileURL)).status).toBe(200)
  await li.call('order.review', { orderId: order._id, stars: 5, tags: ['kind'], words: '谢谢小王' })
  const [kept] = (await volunteer.call('order.listTasks', { view: 'done' })).items
  expect(kept).toMatchObject({ status: 'reviewed', review: { words: '谢谢小王' }, contact: null })
})

it('J1: a newcomer scans, joins, says hello; the leader vouches for her', async () => {
  const [leader, newcomer, li] = [phoneOf('leader'), phoneOf('newcomer'), phoneOf('li')]
  const { invitation } = await leader.call('invitation.create', { areaPath: places.building4 })
  const look = await newcomer.call('invitation.look', { code: invitation._id })
  expect(look).toMatchObject({ areaName: '幸福里小区 4栋', leader: { nickname: '周组长' } })
  const pending = await leader.signal(topics.pending(places.building4))
  const chat = await li.signal(topics.chat(places.building4))
  const joined = await newcomer.call('invitation.join', {
    code: invitation._id,
    nickname: '林晓',
    roomNumber: '2-601',
    relation: 'tenant',
  })
  await Promise.all([pending.moved, chat.moved])
  const body = { kind: 'text', text: '大家好，我刚搬来' } as const
  await newcomer.call('chat.send', { groupPath: places.building4, body })
  const { items } = await li.call('chat.history', { groupPath: places.building4 })
  expect(items.map(({ authorTitle, body: { kind } }) => [authorTitle, kind])).toEqual([
    ['newcomer', 'joined'],
    ['newcomer', 'text'],
  ])
  const [waiting] = (await leader.call('membership.pending', {})).items
  const me = await newcomer.signal(topics.user(joined.account._id))
  await leader.call('membership.decide', {
    userId: waiting?.userId ?? '',
    areaPath: waiting?.areaPath ?? '',
    standing: 'confirmed',
  })
  await me.moved
  expect((await newcomer.call('account.me', {})).account?.memberships).toMatchObject([
    { standing: 'confirmed' },
  ])
})

it('G1: half past seven, a notice; the office sees who has not read it', async () => {
  const [li, staff] = [phoneOf('li'), phoneOf('staff')]
  const arrived = await li.signal(topics.notice(places.community))
  const { notice } = await staff.call('notice.publish', {
    areaPaths: [places.community],
    title: '今天体检',
    text: '六十岁以上的居民九点到社区服务站；走不动的打电话，我们来接。',
  })
  await arrived.moved
  const read = await staff.signal(topics.user('staff-chen'))
  await li.call('notice.read', { noticeId: notice._id })
  await read.moved
  const { items } = await staff.call('notice.unread', { noticeId: notice._id })
  expect(items.map(({ nickname }) => nickname)).not.toContain('李阿姨')
  expect(items).toHaveLength(3)
})

it('a phone reads the signals and no other collection', async () => {
  const li = phoneOf('li')
  await expect(
    li.cloud
      .database()
      .collection('signals')
      .where({ _id: { $in: [signalId(topics.user('resident-li'))] } })
      .get(),
  ).resolves.toBeDefined()
  for (const name of [
    'accounts',
    'orders',
    'messages',
    'notices',
    'noticeReads',
    'invitations',
    'readMarks',
    'areas',
  ]) {
    await expect(li.cloud.database().collection(name).where({}).get()).rejects.toMatchObject({
      errCode: -502003,
    })
  }
})

it('a token that nobody was given opens nothing', async () => {
  const stranger = openPhone({ url: test.cloud.url, token: 'made-up' })
  await expect(stranger.call('account.me', {})).rejects.toBeDefined()
})
