import Taro from '@tarojs/taro'

/**
 * Does WeChat know of an agreement to the privacy guide? Where it can't say (a base library before 2.32.3), no.
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export function hasAgreed(): Promise<boolean> {
  return new Promise((resolve) => {
    if (typeof Taro.getPrivacySetting !== 'function') {
      resolve(false)
      return
    }
    Taro.getPrivacySetting({
      success: ({ needAuthorization }) => resolve(!needAuthorization),
      fail: () => resolve(false),
    })
  })
}

/** Opens the whole guide, as it was filed with WeChat. */
export function openGuide(): void {
  Taro.openPrivacyContract?.({ fail: () => undefined })
}

/** In a browser the guide has no page of its own. */
export const hasGuide = true
