import Taro from '@tarojs/taro'

/** A chosen file for longer than this visit, as WeChat clears its own temporary ones; gives where it is now. */
export const keepFile = (path: string): Promise<string> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    })
  })

/** Is it still there? */
export const hasFile = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    Taro.getFileSystemManager().access({ path, success: () => resolve(true), fail: () => resolve(false) })
  })

/** Once it is in the cloud. */
export const dropFile = (path: string): void =>
  Taro.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => undefined })
