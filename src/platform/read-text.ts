import Taro from '@tarojs/taro'

/** What a text file holds. @param path what `cloud/download.ts` answered */
export const readText = (path: string): Promise<string> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath: path,
      encoding: 'utf8',
      success: ({ data }) => resolve(String(data)),
      fail: reject,
    }),
  )
