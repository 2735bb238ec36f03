import Taro from '@tarojs/taro'

const enough = 400_000

async function compressed(path: string, size: number): Promise<string> {
  if (size <= enough) return path
  try {
    return (await Taro.compressImage({ src: path, quality: 70 })).tempFilePath
  } catch {
    return path
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
    return await Promise.all(tempFiles.map(({ tempFilePath, size }) => compressed(tempFilePath, size)))
  } catch {
    return []
  }
}
