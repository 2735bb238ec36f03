import Taro from '@tarojs/taro'

export interface ChosenFile {
  /** Where it lies on this phone. */
  path: string
  name: string
  /** Bytes. */
  size: number
}

/** WeChat knows no other files than those of chats. */
export const isFromChat = true

/** Lets the person choose a file out of a chat (one may send it to oneself first: 文件传输助手); null where they gave up. */
export async function chooseFile(extensions: readonly string[]): Promise<ChosenFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: [...extensions],
    })
    const file = tempFiles[0]
    return file ? { path: file.path, name: file.name, size: file.size } : null
  } catch {
    return null
  }
}
