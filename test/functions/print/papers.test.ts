import { readFileSync } from 'node:fs'
import path from 'node:path'
import readCode from 'jsqr'
import QRCode from 'qrcode'
import { invitationPaper } from '@/copy/print'
import { startOfTests } from '../../support/factories/places'
import { drawCertificate, type CertificatePaper } from '../../../cloudfunctions/print/papers/certificate'
import {
  drawPosters,
  drawSlips,
  type InvitationPaper,
} from '../../../cloudfunctions/print/papers/invitations'
import { paperOfRows } from '../../../cloudfunctions/print/papers/rows'
import { press, type Sheet } from '../../../cloudfunctions/print/press'
import { functionsDir } from '../../support/test-cloud'
import { readPdf } from '../../support/read-pdf'

const font = (weight: string) => readFileSync(path.join(functionsDir, `print/NotoSansHans-${weight}.otf`))
const fonts = { regular: font('Regular'), bold: font('Bold') }
const printed = (draw: (sheet: Sheet) => void) => press(fonts, { title: '测试' }, draw)

// Plain pixels: the usual filters of PNG cost seconds here.
const plain = { width: 160, margin: 2, rendererOpts: { filterType: 0 } } as QRCode.QRCodeToBufferOptions
const codeOf = (text: string): Promise<Buffer> => QRCode.toBuffer(text, plain)
const invitation = async (overrides: Partial<InvitationPaper> = {}): Promise<InvitationPaper> => ({
  areaName: '幸福里小区 4栋',
  kind: 'home',
  leaders: [{ name: '周敏', gridName: null }],
  office: { name: '幸福社区', phone: '025-87654321' },
  until: startOfTests,
  picture: await codeOf('invite-building-4'),
  ...overrides,
})

it('poster: says the building, what to do, what for, who leads, whom to ask and how long; its code can be read', async () => {
  const paper = await invitation()
  const { pages, pictures } = readPdf(await printed((sheet) => drawPosters(sheet, [paper])))
  expect(pages).toHaveLength(1)
  const lines = pages[0]!.split('\n')
  expect(lines).toEqual([
    '幸福里小区',
    '4栋',
    '扫一扫，进咱们楼的群',
    ...invitationPaper.sentences,
    '微网格长：周敏',
    '不会扫、扫不开，请打幸福社区电话 025-87654321',
    '2025年1月1日前都能扫',
  ])
  const [picture] = pictures
  expect(readCode(picture!.data, picture!.width, picture!.height)?.data).toBe('invite-building-4')
})

it('poster: without a leader or a number nothing is made up', async () => {
  const paper = await invitation({ leaders: [], office: { name: '幸福社区', phone: null } })
  const [words] = readPdf(await printed((sheet) => drawPosters(sheet, [paper]))).pages
  expect(words).not.toContain('微网格长')
  expect(words).toContain('请找楼长或幸福社区')
})

it('slips: eight to a sheet, whose picture is in the file once', async () => {
  const paper = await invitation()
  const { pages, pictures } = readPdf(await printed((sheet) => drawSlips(sheet, [paper])))
  expect(pages).toHaveLength(1)
  expect(pages[0]!.split('\n').filter((line) => line === '扫一扫，进咱们楼的群')).toHaveLength(8)
  expect(pictures).toHaveLength(1)
})

it('forty buildings: a page each, light, and fonts are opened once for all', async () => {
  const one = await invitation()
  const papers = Array.from({ length: 40 }, (_, n) => ({
    ...one,
    areaName: `幸福里小区 ${n + 1}栋`,
    leaders: [{ name: `楼长${n}`, gridName: null }],
  }))
  const secondsOf = async (some: readonly InvitationPaper[]): Promise<[number, Buffer]> => {
    const before = process.cpuUsage()
    const file = await printed((sheet) => drawPosters(sheet, some))
    const { user, system } = process.cpuUsage(before)
    return [(user + system) / 1e6, file]
  }
  await secondsOf([one])
  const [single] = await secondsOf([one])
  const [all, file] = await secondsOf(papers)
  const { pages } = readPdf(file)
  expect(pages.map((words) => words.split('\n')[1])).toEqual(papers.map((_, n) => `${n + 1}栋`))
  expect(file.length / pages.length).toBeLessThan(150_000)
  expect(all / single).toBeLessThan(15)
})

const certificate = async (rows: CertificatePaper['rows']): Promise<CertificatePaper> => ({
  code: '4F7K9Q2MXW03',
  name: '陈浩',
  isRealName: true,
  communityName: '幸福社区',
  phone: '025-87654321',
  from: '2025-01-01',
  to: '2025-11-22',
  minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0),
  visits: rows.reduce((sum, { visits }) => sum + visits, 0),
  rows,
  issuedAt: startOfTests,
  picture: await codeOf('4F7K9Q2MXW03'),
})

it('certificate: sixty services go on overleaf, none is lost, and the foot comes once, at the end', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => ({ name: `第${n}样服务`, visits: 1, minutes: n + 1 }))
  const paper = await certificate(rows)
  const { pages } = readPdf(await printed((sheet) => drawCertificate(sheet, paper)))
  expect(pages.length).toBeGreaterThan(2)
  const words = pages.join('\n')
  for (const { name } of rows) expect(words).toContain(name)
  expect(words.match(/出具单位/g)).toHaveLength(1)
  expect(pages.at(-1)).toContain('出具单位：幸福社区')
  pages.forEach((page, index) => expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`))
})

it('rows: hundreds of them run over pages, in order, under their headings', async () => {
  const rows = Array.from({ length: 200 }, (_, n) => [`第${n}项`, `内容${n}`] as const)
  const sections = [
    { heading: '我是谁', rows: [['称呼', '陈浩']] as const },
    { heading: '我的订单', rows },
  ]
  const { pages } = readPdf(await printed((sheet) => paperOfRows(sheet, '我的数据', sections)))
  expect(pages.length).toBeGreaterThan(4)
  const lines = pages.join('\n').split('\n')
  expect(lines.slice(0, 5)).toEqual(['我的数据', '我是谁', '称呼', '陈浩', '我的订单'])
  expect(lines.filter((line) => /^内容\d+$/.test(line))).toEqual(rows.map(([, value]) => value))
  expect(pages.at(-1)).toContain(`第 ${pages.length} 页，共 ${pages.length} 页`)
})

it('rows: a value that is longer than a page is all there', async () => {
  const value = Array.from({ length: 3000 }, (_, n) => String.fromCharCode(0x4e00 + (n % 500))).join('')
  const sections = [{ heading: '留言', rows: [['原话', value]] as const }]
  const { pages } = readPdf(await printed((sheet) => paperOfRows(sheet, '我的数据', sections)))
  const words = pages
    .map((page) => page.replace(/\n第 \d+ 页.*$/, ''))
    .join('')
    .replace(/\n/g, '')
  expect(words).toBe(`我的数据留言原话${value}`)
})

it('rows: a heading never stands alone at the foot of a page', async () => {
  const sections = Array.from({ length: 90 }, (_, n) => ({
    heading: `第${n}节`,
    rows: Array.from({ length: 1 + (n % 3) }, () => [`第${n}项`, '内容'] as const),
  }))
  const { pages } = readPdf(await printed((sheet) => paperOfRows(sheet, '我的数据', sections)))
  expect(pages.length).toBeGreaterThan(6)
  for (const page of pages) {
    const lines = page.split('\n')
    for (const line of lines.filter((one) => /^第\d+节$/.test(one))) {
      expect(lines).toContain(line.replace('节', '项'))
    }
  }
})

it('names with rare characters are printed and can be read back', async () => {
  const sections = [{ heading: '称呼', rows: [['姓名', '龘䶮㛃']] as const }]
  const [words] = readPdf(await printed((sheet) => paperOfRows(sheet, '我的数据', sections))).pages
  expect(words).toContain('龘䶮㛃')
})
