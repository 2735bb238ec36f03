import { invitationPaper as words } from '@/copy/print'
import { dateWords } from '@/copy/time'
import type { InvitationTarget } from '@/domain/invitation/schema'
import type { Timestamp } from '@/domain/shared/time'
import { a4, inks, mm, type Sheet } from '../press'

/** One code, and what stands around it. */
export interface InvitationPaper {
  /** 幸福里小区 4栋 */
  areaName: string
  kind: InvitationTarget['kind']
  /** Of the micro-grids in it, each with its name, or the one around it; none: none yet. */
  leaders: readonly { name: string; gridName: string | null }[]
  office: { name: string; phone: string | null }
  until: Timestamp
  /** PNG or JPEG. */
  picture: Buffer
}

/** What it lies in, and the name that people look for: 幸福里小区 · 4栋 2单元. */
function nameParts(areaName: string): [around: string, name: string] {
  const [first = '', ...rest] = areaName.split(' ')
  return rest.length === 0 ? ['', first] : [first, rest.join(' ')]
}

interface Line {
  top: number
  left: number
  width: number
  size: number
  weight?: 'regular' | 'bold'
  colour?: string
  align?: 'left' | 'center'
}

/** A line of text that is made smaller until it fits. */
function writeLine(sheet: Sheet, text: string, line: Line): void {
  const { top, left, width, size, weight = 'regular', colour = inks.ink, align = 'center' } = line
  sheet.font(weight).fontSize(size)
  const fitting = Math.min(size, (size * width) / Math.max(1, sheet.widthOfString(text)))
  sheet.fontSize(Math.floor(fitting * 10) / 10).fillColor(colour)
  sheet.text(text, left, top, { width: width + 1, align, lineBreak: false })
}

/** A page each. */
export const drawPosters = (sheet: Sheet, papers: readonly InvitationPaper[]): void =>
  papers.forEach((paper, index) => {
    if (index > 0) sheet.addPage()
    drawPoster(sheet, paper)
  })

const codeSide = mm(100)

function drawPoster(sheet: Sheet, paper: InvitationPaper): void {
  const [around, name] = nameParts(paper.areaName)
  const column = { left: mm(20), width: a4.width - mm(40) }
  sheet.rect(0, 0, a4.width, mm(6)).fill(inks.vest)
  writeLine(sheet, around, { ...column, top: mm(16), size: 26, colour: inks.soft })
  writeLine(sheet, name, { ...column, top: mm(27), size: 76, weight: 'bold' })
  writeLine(sheet, words.call(paper.kind), {
    ...column,
    top: mm(65),
    size: 36,
    weight: 'bold',
    colour: inks.vest,
  })
  sheet.image(paper.picture, (a4.width - codeSide) / 2, mm(86), { width: codeSide })
  words.sentences.forEach((sentence, index) =>
    writeLine(sheet, sentence, { ...column, top: mm(194 + index * 13), size: 22 }),
  )
  sheet
    .moveTo(mm(20), mm(238))
    .lineTo(a4.width - mm(20), mm(238))
    .lineWidth(1)
    .stroke(inks.line)
  const { leaders, office, until } = paper
  if (leaders.length > 0)
    writeLine(sheet, words.leaders(leaders), { ...column, top: mm(244), size: 22, weight: 'bold' })
  writeLine(sheet, words.help(office.name, office.phone), { ...column, top: mm(258), size: 16 })
  writeLine(sheet, words.until(dateWords(until)), { ...column, top: mm(270), size: 14, colour: inks.soft })
}

/** A sheet of eight for each. */
export const drawSlips = (sheet: Sheet, papers: readonly InvitationPaper[]): void =>
  papers.forEach((paper, index) => {
    if (index > 0) sheet.addPage()
    drawSheetOfSlips(sheet, paper)
  })

const across = 2
const down = 4
const slip = { width: a4.width / across, height: a4.height / down }

function drawSheetOfSlips(sheet: Sheet, paper: InvitationPaper): void {
  // Opened once for all eight; pdfkit's types leave it out.
  const opened = (sheet as unknown as { openImage(source: Buffer): Buffer }).openImage(paper.picture)
  for (let index = 0; index < across * down; index += 1) {
    const left = (index % across) * slip.width
    const top = Math.floor(index / across) * slip.height
    drawSlip(sheet, { ...paper, picture: opened }, left, top)
  }
  drawCuts(sheet)
}

function drawSlip(sheet: Sheet, paper: InvitationPaper, left: number, top: number): void {
  const [around, name] = nameParts(paper.areaName)
  const side = mm(46)
  const column = { left: left + mm(58), width: slip.width - mm(65), align: 'left' as const }
  sheet.image(paper.picture, left + mm(8), top + mm(9), { width: side })
  writeLine(sheet, around, { ...column, top: top + mm(10), size: 11, colour: inks.soft })
  writeLine(sheet, name, { ...column, top: top + mm(16), size: 24, weight: 'bold' })
  const { leaders, office, until } = paper
  if (leaders.length > 0) writeLine(sheet, words.leaders(leaders), { ...column, top: top + mm(31), size: 11 })
  if (office.phone)
    writeLine(sheet, words.helpShort(office.phone), { ...column, top: top + mm(39), size: 10 })
  writeLine(sheet, words.until(dateWords(until)), {
    ...column,
    top: top + mm(47),
    size: 9,
    colour: inks.soft,
  })
  const call = { left: left + mm(8), width: slip.width - mm(16), top: top + mm(58), size: 17 }
  writeLine(sheet, words.call(paper.kind), { ...call, weight: 'bold', colour: inks.vest, align: 'left' })
}

/** Dashed, from edge to edge: where to cut. */
function drawCuts(sheet: Sheet): void {
  sheet.save().lineWidth(0.6).dash(4, { space: 4 })
  for (let column = 1; column < across; column += 1) {
    sheet
      .moveTo(column * slip.width, 0)
      .lineTo(column * slip.width, a4.height)
      .stroke(inks.line)
  }
  for (let row = 1; row < down; row += 1) {
    sheet
      .moveTo(0, row * slip.height)
      .lineTo(a4.width, row * slip.height)
      .stroke(inks.line)
  }
  sheet.undash().restore()
}
