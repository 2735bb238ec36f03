import { myDataPaper } from '@/copy/my-data'
import { myMatters } from '@/copy/my-data-matters'
import { collections } from '../../../cloudfunctions/_database/collections'
import {
  personalData,
  type PaperPart,
  type PersonalData,
} from '../../../cloudfunctions/account/personal-data'
import { lifeCast, filesLeft, live, secret, whereTheirId } from '../../support/a-life'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { lastAnswer } from '../../support/function-log'
import { readPdf } from '../../support/read-pdf'
import { people, useTestCloud } from '../../support/test-cloud'

// A whole life is lived in each, and the first opens two large fonts.
jest.setTimeout(90_000)

const test = useTestCloud(lifeCast)
const me = () => test.as(secret.openid)
const wordsOf = (fileId: string): string =>
  readPdf(test.cloud.storage.read(fileId) ?? Buffer.alloc(0)).pages.join('\n')
const flat = (words: string): string => words.replace(/\n/g, '')

it('resident: everything that is kept of them stands in one file, in words', async () => {
  await live(test)
  const { fileId } = await me().call('print.myData', {})
  const words = flat(wordsOf(fileId))
  const { nickname, realName, phone, flat: room, access } = secret
  for (const known of [nickname, realName, phone, room, access]) expect(words).toContain(known)
  for (const heading of ['我的家', '我求助过的', '我帮过的忙', '我写过的话', '我的经过', '谁看过我的资料'])
    expect(words).toContain(heading)
  for (const line of ['水龙头滴水', '门锁坏了', '去做透析', '大家早上好', '钱奶奶', '已评价', '4F7K9Q2MXW03'])
    expect(words).toContain(line)
  expect(words).toMatch(/扫码加入.*确认了住户身份|确认了住户身份.*扫码加入/)
  expect(words).toContain('周组长')
  expect(words).not.toMatch(/[a-z]{4,}|undefined|null/)
  expect(lastAnswer(test, 'print.myData').waits).toBeLessThanOrEqual(4)
})

const headings: Readonly<Record<PaperPart, string>> = { ...myDataPaper.headings, ...myMatters.headings }
/** The parts of the paper under which something stands. */
function partsTold(words: string): PaperPart[] {
  const told = Object.entries(headings).filter(([, heading]) => {
    const [, after = myDataPaper.none] = words.split(heading)
    return !after.startsWith(myDataPaper.none)
  })
  return told.map(([part]) => part as PaperPart)
}

it('resident: of every collection that knows them something stands in it; each collection is decided about', async () => {
  const { userId } = await live(test)
  const { fileId } = await me().call('print.myData', {})
  const told = partsTold(flat(wordsOf(fileId)))
  const holding = await whereTheirId(test, userId)
  const decided = Object.entries<PersonalData>(personalData)
  const withParts = decided.flatMap(([name, held]) => ('parts' in held ? [{ name, parts: held.parts }] : []))
  // A collection that this life doesn't come to proves nothing: households hold a flat, and no id.
  expect(withParts.map(({ name }) => name).filter((name) => !holding.includes(name))).toEqual(['households'])
  const silent = withParts.filter(({ parts }) => !parts.some((part) => told.includes(part)))
  expect(silent).toEqual([])
  const nobodys = decided.flatMap(([name, held]) => ('holdsNobody' in held ? [name] : []))
  expect(nobodys.filter((name) => holding.includes(name))).toEqual([])
  expect(collections.map(({ name }) => name).filter((name) => !(name in personalData))).toEqual([])
  expect(
    Object.keys(headings).filter((part) => !withParts.some(({ parts }) => parts.includes(part as never))),
  ).toEqual([])
})

it('resident: what groups and the office keep of them is told in words, and of others nothing', async () => {
  const { userId } = await live(test)
  const said = { id: 'words-of-mine-1', at: 0, groupPath: places.building4 }
  const counted = { recentWords: Array(7).fill(said), consentIds: Array(9).fill('consent-of-mine-1') }
  await test.cloud.database.update('accounts', { _id: userId }, { $set: counted })
  const { fileId } = await me().call('print.myData', {})
  const words = flat(wordsOf(fileId))
  for (const line of [
    '刚来时说的话7 条',
    '最近点过的提醒9 次',
    '周组长答应我：问到就说',
    '我问的是：晾衣架什么时候能装？',
    '我理出了话题“晾衣架”',
    '我申诉：我没有骂人',
    '周组长请本人停一停：骂人',
    '我举报了一条：别的问题',
    '谁家有梯子？',
    '周组长来看过 · 在家，都好',
    '我写的停水公告，请储水',
    '改了办公时间 · 改了值班电话',
    '没有登记我的姓名',
    '邻居的话里提到我',
    '不提醒 · 置顶',
  ])
    expect([line, words.includes(line)]).toEqual([line, true])
  // Whom they reported reads nothing of it in their own paper, nor that somebody did.
  const { fileId: ofLeader } = await test.as(people.leader).call('print.myData', {})
  const leaders = flat(wordsOf(ofLeader))
  expect(leaders).toContain('我答应一位邻居：问到就说')
  for (const unsaid of [
    '我举报',
    '举报了',
    secret.nickname,
    '晾衣架什么时候',
    '烦死了',
    secret.flat,
    secret.phone,
  ])
    expect([unsaid, leaders.includes(unsaid)]).toEqual([unsaid, false])
})

it("resident: nobody else's flat, phone, words or name beside those who act for them or looked at them", async () => {
  await live(test)
  const { fileId } = await me().call('print.myData', {})
  const words = flat(wordsOf(fileId))
  // Of those whom they helped, who helped them, and who wrote to them.
  for (const other of ['李阿姨', '王师傅', '换灯泡', '1502', '13812345678', '门铃坏了', '陪我复查', '1802'])
    expect([other, words.includes(other)]).toEqual([other, false])
  const { fileId: ofLi } = await test.as(people.li).call('print.myData', {})
  const lis = flat(wordsOf(ofLi))
  for (const other of Object.values(secret)) expect([other, lis.includes(other)]).toEqual([other, false])
})

it('resident: asked again there is one file, with what is new in it', async () => {
  await live(test)
  const first = await me().call('print.myData', {})
  await me().call('account.correct', { phone: '13900001111' })
  const second = await me().call('print.myData', {})
  expect(await filesLeft(test, [first.fileId, second.fileId])).toEqual([second.fileId])
  expect(flat(wordsOf(second.fileId))).toContain('13900001111')
  await me().call('account.cancel', { isSure: true })
  expect(await filesLeft(test, [second.fileId])).toEqual([])
})

it('resident: three hundred orders are all in it', async () => {
  const orders = Array.from({ length: 300 }, (_, n) =>
    anOrder({ _id: `order-of-li-${n}`, status: 'closed', text: `第${n}回求助` }),
  )
  await test.cloud.database.insert('orders', orders)
  const { fileId } = await test.as(people.li).call('print.myData', {})
  const words = flat(wordsOf(fileId))
  for (const n of [0, 1, 150, 299]) expect(words).toContain(`第${n}回求助`)
})

it('newcomer: has nothing to export', async () => {
  expect(await test.as(people.newcomer).code('print.myData', {})).toBe('NotSignedIn')
})
