import { a4, inks, mm, type Sheet } from '../press'

/** Writes which page of how many at the foot of each, where there are several; the file must keep its pages. */
export function numberPages(sheet: Sheet, words: (page: number, of: number) => string): void {
  const { start, count } = sheet.bufferedPageRange()
  if (count < 2) return
  for (let index = 0; index < count; index += 1) {
    sheet.switchToPage(start + index)
    sheet.font('regular').fontSize(9).fillColor(inks.soft)
    sheet.text(words(index + 1, count), a4.margin, a4.height - mm(12), {
      width: a4.width - 2 * a4.margin,
      align: 'center',
      lineBreak: false,
    })
  }
}
