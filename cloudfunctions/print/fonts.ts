import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Fonts } from './press'

let fonts: Promise<Fonts> | null = null

const fontFile = (weight: string): Promise<Uint8Array> =>
  readFile(path.join(__dirname, `NotoSansHans-${weight}.otf`))

/** The fonts beside the bundled function (`files.json`), read once as long as the function is warm. */
export function readFonts(): Promise<Fonts> {
  fonts ??= Promise.all([fontFile('Regular'), fontFile('Bold')]).then(([regular, bold]) => ({
    regular,
    bold,
  }))
  return fonts
}
