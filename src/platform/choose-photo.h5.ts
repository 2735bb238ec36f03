import { common } from '@/copy/common'
import { pickFile } from './pick-file.h5'
import { toast } from './toast'

const longestSide = 1280

const asJpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))

async function compressed(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const jpeg = await asJpeg(canvas)
  if (!jpeg) throw new Error('no picture')
  return jpeg
}

/** As in `choose-photo.ts`; a browser gives one picture at a time, as an object address. */
export async function choosePhotos(_count: number): Promise<string[]> {
  const file = await pickFile()
  if (!file) return []
  try {
    return [URL.createObjectURL(await compressed(file))]
  } catch {
    // As it is, it would tell where it was taken.
    toast(common.photoUnreadable)
    return []
  }
}
