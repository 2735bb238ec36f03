import { certificatePaper as words, exactTime, pageFoot } from '@/copy/print'
import { dateWords } from '@/copy/time'
import { spokenCode } from '@/domain/certificate/code'
import type { Tally } from '@/domain/certificate/tally'
import type { Timestamp } from '@/domain/shared/time'
import { a4, inks, mm, type Sheet } from '../press'
import { numberPages } from './number-pages'

export interface CertificatePaper extends Tally {
  code: string
  /** As it is printed: the real name where one is known. */
  name: string
  isRealName: boolean
  communityName: string
  /** Whom to ask at the community; null where it has given no number. */
  phone: string | null
  from: string
  to: string
  issuedAt: Timestamp
  /** PNG or JPEG. */
  picture: Buffer
}

const left = mm(25)
const width = a4.width - 2 * left
const right = left + width
const columns = [left, left + width * 0.6, left + width * 0.76] as const
const rowHeight = mm(9)
/** Below this the code and the issuer have their place. */
const footTop = mm(213)
const pageEnd = mm(272)

/** A4: who, when, how long, for what, by whom, and how to make sure. Long tables go on overleaf. */
export function drawCertificate(sheet: Sheet, paper: CertificatePaper): void {
  drawHead(sheet, paper)
  drawTable(sheet, paper)
  drawFoot(sheet, paper)
  numberPages(sheet, pageFoot)
}

function drawHead(sheet: Sheet, paper: CertificatePaper): void {
  sheet.rect(0, 0, a4.width, mm(4)).fill(inks.vest).fillColor(inks.ink)
  sheet
    .font('bold')
    .fontSize(28)
    .text(words.title, left, mm(32), { width, align: 'center', characterSpacing: 3 })
  sheet.font('regular').fontSize(11).fillColor(inks.soft)
  sheet.text(words.number(spokenCode(paper.code)), left, mm(48), { width, align: 'center' })
  sheet.fontSize(14).fillColor(inks.ink)
  sheet.text(words.statement(paper), left, mm(64), { width, lineGap: 9 })
  sheet.y += mm(6)
}

function drawTable(sheet: Sheet, { rows, visits, minutes }: CertificatePaper): void {
  const [what, times, time] = words.columns
  drawRow(sheet, [what, times, time], { weight: 'bold' })
  for (const row of rows) {
    if (sheet.y + rowHeight > pageEnd) {
      sheet.addPage()
      sheet.y = mm(25)
      drawRow(sheet, [what, times, time], { weight: 'bold' })
    }
    drawRow(sheet, [row.name, words.times(row.visits), exactTime(row.minutes)], { weight: 'regular' })
  }
  drawRow(sheet, [words.total, words.times(visits), exactTime(minutes)], { weight: 'bold' })
  sheet.font('regular').fontSize(9).fillColor(inks.soft)
  sheet.text(words.howCounted, left, sheet.y + mm(3), { width, lineGap: 3 }).fillColor(inks.ink)
}

function drawRow(
  sheet: Sheet,
  cells: readonly [string, string, string],
  { weight }: { weight: 'regular' | 'bold' },
): void {
  const top = sheet.y
  sheet.font(weight).fontSize(12)
  cells.forEach((cell, index) => {
    const from = columns[index] ?? left
    const to = columns[index + 1] ?? right
    sheet.text(cell, from, top + mm(2), {
      width: to - from - mm(2),
      height: rowHeight,
      lineBreak: false,
      ellipsis: true,
    })
  })
  sheet.y = top + rowHeight
  sheet.moveTo(left, sheet.y).lineTo(right, sheet.y).lineWidth(0.6).stroke(inks.line)
}

function drawFoot(sheet: Sheet, paper: CertificatePaper): void {
  if (sheet.y > footTop) sheet.addPage()
  const side = mm(38)
  sheet.image(paper.picture, left, footTop, { width: side })
  const column = left + width * 0.5
  const issuer = [words.issuer(paper.communityName), words.issuedAt(dateWords(paper.issuedAt))]
  if (paper.phone) issuer.push(words.phone(paper.phone))
  sheet.font('regular').fontSize(12)
  sheet.text(issuer.join('\n'), column, footTop + mm(4), { width: right - column, lineGap: 9 })
  sheet.fillColor(inks.soft).text(words.seal, column, footTop + mm(30), { width: right - column })
  sheet
    .fontSize(9)
    .text(words.howToVerify(spokenCode(paper.code)), left, footTop + side + mm(3), { width, lineGap: 3 })
  sheet.fillColor(inks.ink)
}
