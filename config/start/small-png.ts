import { deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc >>> 0
})

const crcOf = (bytes: Uint8Array): number =>
  ~bytes.reduce((crc, byte) => (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0), ~0) >>> 0

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const crc = Buffer.alloc(4)
  crc.writeUInt32BE(crcOf(body))
  return Buffer.concat([size, body, crc])
}

/** 5 bits of each of red, green and blue: what the eye tells apart on flat surfaces. */
const bucketOf = (red: number, green: number, blue: number): number =>
  ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)

type Colour = readonly [number, number, number]

/** The 256 most used colours, each the mean of its bucket's pixels, and the place of every bucket among them. */
function paletteOf(data: Uint8Array): { colours: Colour[]; placeOf: (bucket: number) => number } {
  const sums = new Map<number, [number, number, number, number]>()
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    const bucket = bucketOf(red, green, blue)
    const sum = sums.get(bucket) ?? [0, 0, 0, 0]
    sums.set(bucket, [sum[0] + red, sum[1] + green, sum[2] + blue, sum[3] + 1])
  }
  const mean = ([red, green, blue, count]: [number, number, number, number]): Colour => [
    Math.round(red / count),
    Math.round(green / count),
    Math.round(blue / count),
  ]
  const colours = [...sums.values()]
    .sort((a, b) => b[3] - a[3])
    .slice(0, 256)
    .map(mean)
  const nearest = ([red, green, blue]: Colour): number => {
    const distances = colours.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)
    return distances.indexOf(Math.min(...distances))
  }
  const places = new Map([...sums].map(([bucket, sum]) => [bucket, nearest(mean(sum))]))
  return { colours, placeOf: (bucket) => places.get(bucket) ?? 0 }
}

/** The same picture in at most 256 colours, without transparency: a third of its size, for a README. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(png)
  const { colours, placeOf } = paletteOf(data)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)
      rows[y * (width + 1) + 1 + x] = placeOf(bucketOf(red, green, blue))
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits per pixel, each a place in the palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
