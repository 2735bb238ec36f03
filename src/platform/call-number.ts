import Taro from '@tarojs/taro'

/** Opens the phone's own call screen with a number; giving up there is nothing to tell of. */
export function callNumber(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
