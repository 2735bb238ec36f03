/** OpenType fonts with all of everyday Chinese; of each only the characters used go into a file. */
export interface Fonts {
  regular: Uint8Array
  bold: Uint8Array
}

/** What layouts draw on: pdfkit's document, with the fonts `regular` and `bold`. Lengths are points. */
export type Sheet = PDFKit.PDFDocument

/** Points of a length in millimetres. */
export const mm = (length: number): number => (length / 25.4) * 72

/** A4, and the margin that any printer can do. */
export const a4 = { width: mm(210), height: mm(297), margin: mm(15) } as const

/** Ink of the paper, as in the app's tokens. */
export const inks = { ink: '#26241F', soft: '#6B665C', line: '#CFC7B8', vest: '#C4342B' } as const

interface PressOptions {
  title: string
  /** Leaves streams readable, for tests. */
  isPlain?: boolean
}

/** Draws a PDF file, A4 upright. `draw` begins on its first page. */
export async function press(
  fonts: Fonts,
  { title, isPlain = false }: PressOptions,
  draw: (sheet: Sheet) => void,
): Promise<Buffer> {
  // Only those who print wait for it to load: a megabyte of code.
  const { default: PDFDocument } = await import('pdfkit')
  const sheet = new PDFDocument({
    size: 'A4',
    margins: { top: a4.margin, bottom: 0, left: a4.margin, right: a4.margin },
    compress: !isPlain,
    info: { Title: title },
    lang: 'zh-CN',
    // So that the last page can be counted on the first.
    bufferPages: true,
    // None: it would look for Helvetica in files that no bundle has, and a font that is given here it opens anew
    // with every change of fonts.
    font: null as unknown as string,
  })
  sheet.registerFont('regular', fonts.regular as Buffer).registerFont('bold', fonts.bold as Buffer)
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk))
    sheet.on('end', resolve)
    sheet.on('error', reject)
  })
  sheet.font('regular').fillColor(inks.ink)
  draw(sheet)
  sheet.end()
  await ended
  return Buffer.concat(chunks)
}
