import { pageFoot } from '@/copy/print'
import { a4, inks, mm, type Sheet } from '../press'
import { numberPages } from './number-pages'

/** A part of a paper: a heading, and what stands under it, as label and value. */
export interface RowsSection {
  heading: string
  rows: readonly (readonly [label: string, value: string])[]
}

const left = mm(20)
const width = a4.width - 2 * left
const labelWidth = mm(42)
const valueLeft = left + labelWidth + mm(4)
const valueWidth = left + width - valueLeft
const top = mm(22)
const pageEnd = a4.height - mm(20)

/**
 * Everything of one thing to read, as rows: for "my data" in one file. Long values run over lines and pages; a
 * heading never stands alone at the foot of a page.
 */
export function paperOfRows(sheet: Sheet, title: string, sections: readonly RowsSection[]): void {
  sheet.font('bold').fontSize(20).fillColor(inks.ink).text(title, left, top, { width })
  sheet.y += mm(4)
  for (const section of sections) drawSection(sheet, section)
  numberPages(sheet, pageFoot)
}

function drawSection(sheet: Sheet, { heading, rows }: RowsSection): void {
  const [first] = rows
  makeRoom(sheet, mm(14) + (first ? Math.min(heightOf(sheet, first), mm(40)) : 0))
  sheet.y += mm(5)
  sheet.font('bold').fontSize(13).fillColor(inks.vest).text(heading, left, sheet.y, { width })
  sheet.y += mm(1.5)
  for (const row of rows) drawRow(sheet, row)
}

const heightOf = (sheet: Sheet, [label, value]: readonly [string, string]): number => {
  sheet.font('regular').fontSize(10.5)
  const heights = [
    sheet.heightOfString(label, { width: labelWidth, lineGap: 2 }),
    sheet.heightOfString(value, { width: valueWidth, lineGap: 2 }),
  ]
  return Math.max(...heights) + mm(2.4)
}

/** A row as a whole where it fits on a page; one that is longer than a page goes on overleaf. */
function drawRow(sheet: Sheet, row: readonly [string, string]): void {
  const height = heightOf(sheet, row)
  if (height <= pageEnd - top) return drawWholeRow(sheet, row, height)
  const [label, value] = row
  const middle = Math.ceil(value.length / 2)
  drawRow(sheet, [label, value.slice(0, middle)])
  drawRow(sheet, ['', value.slice(middle)])
}

function drawWholeRow(sheet: Sheet, [label, value]: readonly [string, string], height: number): void {
  makeRoom(sheet, height)
  const at = sheet.y + mm(1.2)
  sheet.font('regular').fontSize(10.5).fillColor(inks.soft)
  sheet.text(label, left, at, { width: labelWidth, lineGap: 2 })
  sheet.fillColor(inks.ink).text(value, valueLeft, at, { width: valueWidth, lineGap: 2 })
  sheet.y = at - mm(1.2) + height
  sheet
    .moveTo(left, sheet.y)
    .lineTo(left + width, sheet.y)
    .lineWidth(0.4)
    .stroke(inks.line)
}

function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height <= pageEnd) return
  sheet.addPage()
  sheet.y = top
}
