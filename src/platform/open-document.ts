import Taro from '@tarojs/taro'

/**
 * Shows a PDF file in WeChat's own reader, whose menu forwards, saves and prints it.
 * @param path what `cloud/download.ts` answered
 * @param _fileName for browsers
 * @throws what WeChat says where it can't be opened
 */
export async function openDocument(path: string, _fileName: string): Promise<void> {
  await Taro.openDocument({ filePath: path, fileType: 'pdf', showMenu: true })
}
