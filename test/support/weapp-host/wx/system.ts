import { randomBytes } from 'node:crypto'
import type { PlainObject } from '../types'
import { asyncApi, eventPair, type WxContext } from './context'

const SCREEN = { width: 375, height: 812, statusBar: 44, pixelRatio: 3 }
const APP_ID = 'wx0000000000000001'

/** Phone, window and app as WeChat describes them, and how the app was entered. */
export function systemApis(context: WxContext): Record<string, unknown> {
  const window = {
    pixelRatio: SCREEN.pixelRatio,
    screenWidth: SCREEN.width,
    screenHeight: SCREEN.height,
    windowWidth: SCREEN.width,
    windowHeight: SCREEN.height - SCREEN.statusBar - 44,
    statusBarHeight: SCREEN.statusBar,
    screenTop: SCREEN.statusBar + 44,
    safeArea: {
      left: 0,
      right: SCREEN.width,
      top: SCREEN.statusBar,
      bottom: 778,
      width: SCREEN.width,
      height: 734,
    },
  }
  const appBase = {
    SDKVersion: '3.7.0',
    enableDebug: false,
    host: { appId: APP_ID },
    language: 'zh_CN',
    version: '8.0.50',
    theme: 'light',
    fontSizeSetting: context.fontSizeSetting,
    fontSizeScaleFactor: context.fontSizeSetting / 16,
  }
  const device = {
    abi: 'arm64',
    brand: 'Apple',
    model: 'iPhone X',
    system: 'iOS 17.0',
    platform: 'ios',
    benchmarkLevel: 30,
    memorySize: 3072,
  }
  const system = (): PlainObject => ({ ...window, ...appBase, ...device })
  const { path, query, scene } = context.launch
  const entered = (): PlainObject => ({ path, query, scene, referrerInfo: {}, apiCategory: 'default' })
  return {
    getSystemInfoSync: system,
    getSystemInfo: asyncApi('getSystemInfo', system),
    getSystemInfoAsync: asyncApi('getSystemInfoAsync', system),
    getWindowInfo: () => window,
    getAppBaseInfo: () => appBase,
    getDeviceInfo: () => device,
    getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true }),
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      left: 281,
      right: 368,
      top: 48,
      bottom: 80,
    }),
    getLaunchOptionsSync: entered,
    getEnterOptionsSync: entered,
    getAccountInfoSync: () => ({ miniProgram: { appId: APP_ID, envVersion: 'develop', version: '' } }),
    getUpdateManager: () => ({
      onCheckForUpdate: (tell: (result: PlainObject) => void) =>
        queueMicrotask(() => tell({ hasUpdate: false })),
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => context.recorder.device('applyUpdate'),
    }),
    getRandomValues: asyncApi('getRandomValues', ({ length }) => {
      const bytes = randomBytes(Number(length))
      return { randomValues: Uint8Array.from(bytes).buffer }
    }),
    nextTick: (run: () => void) => queueMicrotask(run),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    ...eventPair(context.events, 'AppShow'),
    ...eventPair(context.events, 'AppHide'),
    ...eventPair(context.events, 'Error'),
    ...eventPair(context.events, 'UnhandledRejection'),
    ...eventPair(context.events, 'PageNotFound'),
    ...eventPair(context.events, 'ThemeChange'),
    ...eventPair(context.events, 'WindowResize'),
    ...eventPair(context.events, 'MemoryWarning'),
    ...eventPair(context.events, 'KeyboardHeightChange'),
  }
}
