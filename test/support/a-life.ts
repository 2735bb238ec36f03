import { openidOfRegistered, type Account } from '@/domain/account/schema'
import { createCloudClient } from '../../local-cloud/client/cloud-client'
import { collections } from '../../cloudfunctions/_database/collections'
import { sealDocument } from '../../cloudfunctions/_runtime/sealed-documents'
import { WebSocket } from 'ws'
import type { ClientSocket } from '../../local-cloud/client/types'
import { aMembership, anAccount } from './factories/account'
import { plantWork } from './a-working-life'
import { places, startOfTests } from './factories/places'
import { aRepeat } from './factories/series'
import { roadOf } from './order-road'
import { everyone, people, type TestCloud } from './test-cloud'
import { opened, testSealing } from './test-key'

/** Nothing else in a cloud looks like these: they can be searched for in all that it holds. */
export const secret = {
  nickname: '独一份的云朵',
  realName: '欧阳云朵',
  phone: '13877776666',
  flat: 'QZ-15Z2',
  openid: 'openid-secret-xyz',
  access: '敲三下窗户喊云朵',
} as const
export type SecretName = keyof typeof secret

/** A mother on the register, for whom the one who leaves and somebody else act. */
const mother = anAccount({
  _id: 'mother-qian',
  nickname: '钱奶奶',
  state: 'registered',
  openid: openidOfRegistered('mother-qian'),
  memberships: [aMembership({ roomNumber: '1802' })],
})
/** Those who live there before. */
export const lifeCast: Account[] = [...everyone(), mother]

/** Stores a file as somebody's phone does. */
export async function storeFile(test: TestCloud, name: string, openid: string): Promise<string> {
  const { cloud } = test
  const { folders } = await test.as(openid).call('account.uploadFolders', {})
  const { token } = cloud.personas.create({ id: 'uploader', name: '上传的人' })
  const webSocket = WebSocket as unknown as new (url: string) => ClientSocket
  const client = createCloudClient({ url: cloud.url, token, webSocket })
  const { fileID } = await client.uploadFile({
    cloudPath: `life/${folders[0]}/${name}`,
    filePath: new Blob([name]),
  })
  return fileID
}

/** Which of the files are still there. */
export async function filesLeft({ cloud }: TestCloud, fileIds: readonly string[]): Promise<string[]> {
  const { token } = cloud.personas.create({ id: 'uploader', name: '上传的人' })
  const webSocket = WebSocket as unknown as new (url: string) => ClientSocket
  const client = createCloudClient({ url: cloud.url, token, webSocket })
  const { fileList } = await client.getTempFileURL({ fileList: [...fileIds] })
  return fileList.flatMap(({ fileID, status }) => (status === 0 ? [fileID] : []))
}

/** Where each secret stands, as `collection: secret`, in the opened documents of all collections. */
export async function whereNamed({ cloud }: TestCloud): Promise<string[]> {
  const found = await Promise.all(
    collections.map(async ({ name }) => {
      const documents = (await cloud.database.find(name)).map((document) => opened(name, document))
      const text = JSON.stringify(documents)
      return Object.entries(secret).flatMap(([key, value]) =>
        text.includes(value) ? [`${name}: ${key}`] : [],
      )
    }),
  )
  return found.flat()
}

/** The collections with a document in which their id stands. */
export async function whereTheirId({ cloud }: TestCloud, userId: string): Promise<string[]> {
  const found = await Promise.all(
    collections.map(async ({ name }) => {
      const holds = JSON.stringify(await cloud.database.find(name)).includes(userId)
      return holds ? [name] : []
    }),
  )
  return found.flat()
}

export interface Life {
  readonly userId: string
  /** Done, with the one who leaves as the one helped. */
  readonly doneOrder: string
  /** Placed, and nobody has come. */
  readonly openOrder: string
  /** Of somebody else: served by them, taken by them, offered to them, once declined by them. */
  readonly served: string
  readonly taken: string
  readonly offered: string
  readonly declined: string
  readonly ownSeries: string
  readonly helpedSeries: string
  /** All that was stored for them or by them. */
  readonly files: readonly string[]
}

/** Somebody joins, is vouched for, writes, asks for help, helps, acts for a neighbour: named all over the place. */
export async function live(test: TestCloud): Promise<Life> {
  const road = roadOf(test)
  const me = test.as(secret.openid)
  const staff = test.as(people.staff)
  const names = ['avatar.jpg', 'hello.mp3', 'tap.jpg', 'tap.mp3', 'after.jpg', 'thanks.mp3', 'paper.pdf']
  const files = await Promise.all(names.map((name) => storeFile(test, name, secret.openid)))
  const [avatarFileId, hello, photo, voice, after, thanks, paper] = files as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const { invitation } = await test
    .as(people.leader)
    .call('invitation.create', { areaPath: places.building4 })
  const { account } = await me.call('invitation.join', {
    code: invitation._id,
    nickname: secret.nickname,
    realName: secret.realName,
    roomNumber: secret.flat,
    relation: 'owner',
    avatarFileId,
    voice: { fileId: hello, seconds: 3 },
  })
  const userId = account._id
  const home = { userId, areaPath: places.building4 }
  await test.as(people.leader).call('membership.decide', { ...home, standing: 'confirmed' })
  await me.call('account.correct', { phone: secret.phone })
  await test.as(people.leader).call('resident.get', { userId })
  await me.call('chat.send', { groupPath: places.building4, body: { kind: 'text', text: '大家早上好' } })
  await me.call('chat.prefer', { groupPath: places.building4, isMuted: true, isPinned: true })
  for (const proxyId of [userId, 'resident-li'])
    await staff.call('resident.nameProxy', {
      userId: 'mother-qian',
      proxyId,
      relation: 'neighbour',
      consent: { how: 'inPerson', note: '' },
    })
  await talk(test)
  const wish = { phone: secret.phone, access: secret.access }
  const ask = (text: string, more: object = {}) => road.place(text, { ...wish, ...more }, secret.openid)
  const done = await ask('水龙头滴水', { photoFileIds: [photo], voice: { fileId: voice, seconds: 4 } })
  for (const step of [road.dispatchTo, road.accept, road.checkIn]) await step(done)
  await test
    .as(people.volunteer)
    .call('order.complete', { orderId: done._id, note: '', photoFileIds: [after] })
  await me.call('order.review', {
    orderId: done._id,
    stars: 5,
    tags: [],
    words: '谢谢',
    voice: { fileId: thanks, seconds: 2 },
  })
  const open = await ask('门锁坏了')
  const series = await me.call('series.create', {
    wish: {
      serviceId: 'hospital',
      text: '去做透析',
      homePath: places.building4,
      answers: { now: '没有' },
      ...wish,
    },
    repeat: aRepeat({ startsOn: '2025-03-06' }),
  })
  await staff.call('appointment.propose', { userId, role: 'volunteer', areaPath: places.community })
  await me.call('account.putVolunteer', {
    cap: 10,
    offUntil: null,
    times: [],
    avoids: [],
    skills: ['repair', 'hospital'],
  })
  const offer = async (text: string) => road.dispatchTo(await road.place(text), userId)
  const [served, taken, declined] = [
    await offer('换灯泡一'),
    await offer('换灯泡二'),
    await offer('换灯泡三'),
  ]
  await road.accept(served, secret.openid)
  await road.checkIn(served, secret.openid)
  await test.as(people.li).call('order.nod', { orderId: served._id })
  test.cloud.clock.travel(40 * 60_000)
  await road.complete(served, secret.openid)
  await road.accept(taken, secret.openid)
  await me.call('order.decline', { orderId: declined._id, note: '这天没空' })
  const offered = await offer('换灯泡四')
  const helped = await test.as(people.li).call('series.create', {
    wish: {
      serviceId: 'hospital',
      text: '陪我复查',
      homePath: places.building4,
      answers: { now: '没有' },
      phone: null,
    },
    repeat: aRepeat({ startsOn: '2025-03-06' }),
  })
  await staff.call('series.setVolunteer', { seriesId: helped.series._id, volunteerId: userId })
  await plant(test, userId, paper)
  await plantWork(test, { userId, name: secret.nickname })
  await road.tick()
  return {
    userId,
    doneOrder: done._id,
    openOrder: open._id,
    served: served._id,
    taken: taken._id,
    offered: offered._id,
    declined: declined._id,
    ownSeries: series.series._id,
    helpedSeries: helped.series._id,
    files,
  }
}

/** They ask, are promised, gathered and silenced, report somebody, and object: groups keep it all by name. */
async function talk(test: TestCloud): Promise<void> {
  const groupPath = places.building4
  const [me, leader] = [test.as(secret.openid), test.as(people.leader)]
  const say = async (who: typeof me, text: string): Promise<number> =>
    (await who.call('chat.send', { groupPath, body: { kind: 'text', text } })).message.seq
  const asked = await say(me, '晾衣架什么时候能装？')
  await say(me, '谁家有梯子？')
  const rude = await say(me, '烦死了')
  const others = await say(leader, '大家安静')
  const dueAt = test.cloud.clock.now() + 86_400_000
  await leader.call('promise.make', { groupPath, seq: asked, words: '问到就说', dueAt })
  await me.call('topic.open', { groupPath, title: '晾衣架', seqs: [asked] })
  await leader.call('moderation.silence', { groupPath, seq: rude, minutes: 10, reason: '骂人' })
  const { items } = await me.call('moderation.mine', {})
  await me.call('moderation.appeal', { caseId: items[0]?._id ?? '', words: '我没有骂人' })
  await me.call('moderation.report', { groupPath, seq: others, reason: 'other' })
}

/** What other parts of the house write of them. */
async function plant({ cloud }: TestCloud, userId: string, fileId: string): Promise<void> {
  const { database } = cloud
  const groupPath = places.building4
  await database.insert('certificates', [
    {
      _id: 'certificate-1',
      code: '4F7K9Q2MXW03',
      userId,
      maskedName: '欧阳**',
      communityPath: places.community,
      communityName: '幸福社区',
      from: '2025-01-01',
      to: '2025-03-01',
      minutes: 60,
      visits: 1,
      rows: [],
      issuedAt: startOfTests,
      issuedKey: `${startOfTests}-certificate-1`,
      fileId,
      elsewhere: [],
      revoked: null,
    },
  ])
  await database.insert('invitations', [
    sealDocument(testSealing, 'invitations', {
      _id: 'takeover1',
      target: { kind: 'person', userId },
      areaPath: groupPath,
      areaName: '幸福里小区 4栋',
      areaAt: [groupPath],
      targetName: secret.nickname,
      createdBy: 'leader-zhou',
      createdAt: startOfTests,
      expiresAt: startOfTests,
      maxUses: 1,
      usedCount: 1,
      revokedAt: null,
      isClosed: false,
      codeFileId: null,
    }),
  ])
  await database.insert('messages', [
    {
      _id: 'reply-0001',
      groupPath,
      seq: 900,
      authorId: 'resident-li',
      authorName: '李阿姨',
      authorTitle: 'neighbour',
      body: { kind: 'text', text: '早' },
      sentAt: startOfTests,
      replyTo: { seq: 1, name: secret.nickname, excerpt: '大家早上好', authorId: userId },
      mentions: [{ userId, name: secret.nickname }],
      namedIds: [userId],
    },
  ])
}
