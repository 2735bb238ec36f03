import Taro from '@tarojs/taro'

const isComputer = (): boolean => ['windows', 'mac'].includes(Taro.getDeviceInfo().platform)

const write = (filePath: string, data: string): Promise<void> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'utf8',
      success: () => resolve(),
      fail: reject,
    }),
  )

/**
 * Lets the person keep a text as a file: WeChat on a computer saves it to disk, on a phone sends it to a chat (to
 * oneself: 文件传输助手). WeChat wants a tap right before it.
 * @returns false where they gave up
 */
export async function saveText(fileName: string, text: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  try {
    await write(filePath, text)
    await (isComputer() ? Taro.saveFileToDisk({ filePath }) : Taro.shareFileMessage({ filePath, fileName }))
    return true
  } catch {
    return false
  }
}
