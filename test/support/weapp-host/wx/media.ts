import type { MediaFile, PlainObject } from '../types'
import { asyncApi, requirePrivacy, type WxContext } from './context'

/** Camera, album, scanner, recorder. */
export function mediaApis(context: WxContext): Record<string, unknown> {
  const { answers, recorder } = context
  const chosen = async (api: string, count: unknown): Promise<MediaFile[]> => {
    await requirePrivacy(context, api)
    if (answers.media.length === 0) throw new Error('cancel')
    return answers.media.slice(0, typeof count === 'number' ? count : 9)
  }
  return {
    chooseMedia: asyncApi('chooseMedia', async ({ count }) => {
      const files = await chosen('chooseMedia', count)
      return { type: 'image', tempFiles: files.map(mediaResult) }
    }),
    chooseImage: asyncApi('chooseImage', async ({ count }) => {
      const files = await chosen('chooseImage', count)
      const tempFiles = files.map(({ path, size = 1024 }) => ({ path, size }))
      return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
    }),
    compressImage: asyncApi('compressImage', ({ src }) => ({ tempFilePath: src })),
    getImageInfo: asyncApi('getImageInfo', ({ src }) => ({
      path: src,
      width: 750,
      height: 1000,
      orientation: 'up',
      type: 'jpeg',
    })),
    previewImage: asyncApi('previewImage', ({ urls, current }) =>
      recorder.device('previewImage', { urls, current }),
    ),
    previewMedia: asyncApi('previewMedia', ({ sources }) => recorder.device('previewMedia', { sources })),
    saveImageToPhotosAlbum: asyncApi('saveImageToPhotosAlbum', ({ filePath }) =>
      recorder.device('saveImageToPhotosAlbum', { filePath }),
    ),
    scanCode: asyncApi('scanCode', () => {
      if (answers.scan === null) throw new Error('cancel')
      const [page = ''] = answers.scan.split('?')
      const isPage = context.build.pages.includes(page)
      const common = { charSet: 'UTF-8', rawData: '' }
      if (isPage) return { ...common, result: '', path: answers.scan, scanType: 'WX_CODE' }
      return { ...common, result: answers.scan, scanType: 'QR_CODE' }
    }),
    getRecorderManager: () => inertRecorder(),
  }
}

function mediaResult({ path, size = 1024, type = 'image' }: MediaFile): PlainObject {
  return {
    tempFilePath: path,
    size,
    fileType: type,
    width: 750,
    height: 1000,
    duration: 0,
    thumbTempFilePath: path,
  }
}

function inertRecorder(): PlainObject {
  const names = [
    'start',
    'stop',
    'pause',
    'resume',
    'onStart',
    'onStop',
    'onPause',
    'onResume',
    'onError',
    'onFrameRecorded',
    'onInterruptionBegin',
    'onInterruptionEnd',
  ]
  return Object.fromEntries(names.map((name) => [name, () => undefined]))
}
