import Taro from '@tarojs/taro'

/** A sentence that passes by itself. */
export function toast(words: string): void {
  void Taro.showToast({ title: words, icon: 'none', duration: Math.max(2000, words.length * 130) })
}
