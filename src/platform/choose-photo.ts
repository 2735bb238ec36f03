import Taro from '@tarojs/taro'
import { common } from '@/copy/common'
import { toast } from './toast'

const enough = 400_000

/** Written anew, a picture no longer tells where and when it was taken; null where that fails. */
async function compressed(src: string, size: number): Promise<string | null> {
  try {
    return (await Taro.compressImage({ src, quality: size > enough ? 70 : 90 })).tempFilePath
  } catch {
    return null
  }
}

/** Lets the person take or choose up to `count` pictures; answers paths on this phone, none where they gave up. */
export async function choosePhotos(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(count, 9),
      mediaType: ['image'],
      sizeType: ['compressed'],
    })
    const all = await Promise.all(tempFiles.map(({ tempFilePath, size }) => compressed(tempFilePath, size)))
    if (all.includes(null)) toast(common.photoUnreadable)
    return all.filter((path) => path !== null)
  } catch {
    return []
  }
}
