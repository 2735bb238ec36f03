import { invitationCodeIn } from './invitation-code'
import { pickFile } from './pick-file.h5'

async function pixelsOf(file: File): Promise<ImageData> {
  const bitmap = await createImageBitmap(file)
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(bitmap, 0, 0)
  return context.getImageData(0, 0, bitmap.width, bitmap.height)
}

/** A browser has no scanner: the person chooses a picture of the code, which is read here. See `scan.ts`. */
export async function scanText(): Promise<string | null> {
  const file = await pickFile()
  if (!file) return null
  const [{ default: readCode }, pixels] = await Promise.all([import('jsqr'), pixelsOf(file)])
  return readCode(pixels.data, pixels.width, pixels.height)?.data ?? ''
}

/** See `scan.ts`. */
export async function scanInvitation(): Promise<string | null> {
  const found = await scanText()
  return found === null ? null : (invitationCodeIn(found) ?? '')
}

/** See `scan.ts`. */
export const scanAddress = scanText
