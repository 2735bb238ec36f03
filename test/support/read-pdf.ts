import { inflateSync } from 'node:zlib'

/** What a PDF file of pdfkit holds, as a reader's software sees it. */
export interface ReadPdf {
  /** The words of each page, in the order in which they were written. */
  pages: string[]
  /** Its pictures' pixels, red, green, blue, alpha. */
  pictures: { data: Uint8ClampedArray; width: number; height: number }[]
}

interface PdfObject {
  head: string
  /** Unpacked. */
  stream: Buffer
}

/** Reads back a file that pdfkit made: its texts by the fonts' own maps to Unicode, and its pictures. */
export function readPdf(file: Buffer): ReadPdf {
  const objects = objectsOf(file)
  const find = (id: string | undefined): PdfObject =>
    objects.get(id ?? '') ?? { head: '', stream: Buffer.of() }
  const all = [...objects.values()]
  const pages = all.filter(({ head }) => /\/Type \/Page\b/.test(head))
  return {
    pages: pages.map(({ head }) => {
      const resources = find(/\/Resources (\d+) 0 R/.exec(head)?.[1]).head
      const fonts = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(
        ([, name = '', id]) => [name, unicodeOf(find(toUnicodeOf(find(id))).stream)] as const,
      )
      return wordsOf(find(/\/Contents (\d+) 0 R/.exec(head)?.[1]).stream, new Map(fonts))
    }),
    pictures: all
      .filter(({ head }) => head.includes('/Subtype /Image') && head.includes('/DeviceRGB'))
      .map(pixelsOf),
  }
}

const toUnicodeOf = ({ head }: PdfObject): string | undefined => /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const text = file.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of text.matchAll(/(\d+) 0 obj\n(<<[\s\S]*?>>)\n(?:stream\n|endobj)/g)) {
    const [whole, id = '', head = ''] = match
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const from = match.index + whole.length
    const packed = file.subarray(from, from + (whole.endsWith('stream\n') ? length : 0))
    const stream = head.includes('/FlateDecode') ? inflateSync(packed) : packed
    objects.set(id, { head, stream })
  }
  return objects
}

/** Glyph number → character. */
function unicodeOf(map: Buffer): Map<number, string> {
  const found = new Map<number, string>()
  for (const [, first = '', , list = ''] of map
    .toString('latin1')
    .matchAll(/<(\w{4})> <(\w{4})> \[([^\]]*)\]/g)) {
    const units = [...list.matchAll(/<([\w ]*)>/g)].map(([, hex = '']) => hex.split(' ').filter(Boolean))
    units.forEach((hex, index) =>
      found.set(parseInt(first, 16) + index, String.fromCharCode(...hex.map((unit) => parseInt(unit, 16)))),
    )
  }
  return found
}

/** The words of a page's drawing: each text block on a line. */
function wordsOf(drawing: Buffer, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const lines: string[] = []
  let font: ReadonlyMap<number, string> = new Map()
  for (const [, name, shown] of drawing.toString('latin1').matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? new Map()
    if (shown === undefined) continue
    const glyphs = [...shown.matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/\w{4}/g) ?? [])
    lines.push(glyphs.map((glyph) => font.get(parseInt(glyph, 16)) ?? '\ufffd').join(''))
  }
  return lines.join('\n')
}

function pixelsOf({ head, stream }: PdfObject) {
  const [width, height] = ['Width', 'Height'].map((name) =>
    Number(new RegExp(`/${name} (\\d+)`).exec(head)?.[1]),
  )
  const data = new Uint8ClampedArray(width! * height! * 4).fill(255)
  for (let pixel = 0; pixel < width! * height!; pixel += 1) {
    for (const channel of [0, 1, 2]) data[pixel * 4 + channel] = stream[pixel * 3 + channel] ?? 0
  }
  return { data, width: width!, height: height! }
}
