import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** From this width on, in px, the desk has three columns. */
const wideFrom = 960

/** Is there room for three columns? A phone in the hand has none; WeChat on a tablet or a computer may. */
export function useWide(): boolean {
  const [isWide, setIsWide] = useState(() => Taro.getWindowInfo().windowWidth >= wideFrom)
  useEffect(() => {
    const resize = (): void => setIsWide(Taro.getWindowInfo().windowWidth >= wideFrom)
    Taro.onWindowResize(resize)
    return () => Taro.offWindowResize(resize)
  }, [])
  return isWide
}
