import { inertEventChannel } from '../page-stack'
import { asyncApi, type WxContext } from './context'

/** Going from page to page. What WeChat refuses is also an error of the app: nobody means to walk into a wall. */
export function navigationApis({ stack, recorder }: WxContext): Record<string, unknown> {
  const go = (name: string, move: (url: string) => void) =>
    asyncApi(name, ({ url }) => {
      try {
        move(String(url))
      } catch (error) {
        recorder.error(`wx.${name}`, error)
        throw error
      }
      return name === 'navigateTo' ? { eventChannel: inertEventChannel() } : undefined
    })
  return {
    navigateTo: go('navigateTo', (url) => stack.navigateTo(url)),
    redirectTo: go('redirectTo', (url) => stack.redirectTo(url)),
    switchTab: go('switchTab', (url) => stack.switchTab(url)),
    reLaunch: go('reLaunch', (url) => stack.reLaunch(url)),
    navigateBack: asyncApi('navigateBack', ({ delta }) =>
      stack.navigateBack(typeof delta === 'number' ? delta : 1),
    ),
    exitMiniProgram: asyncApi('exitMiniProgram', () => recorder.device('exitMiniProgram')),
  }
}
