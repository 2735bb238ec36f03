import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'

/** Is the page before someone's eyes? Tab pages live on behind others. */
export function useVisible(): boolean {
  const [isVisible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  return isVisible
}
