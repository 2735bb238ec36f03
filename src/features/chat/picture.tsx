import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useFileAddresses } from '@/cloud/files'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import styles from './picture.module.scss'

/** A picture in the chat: its place is kept while it loads, so that nothing jumps. */
export function Picture({ address }: { address: string }) {
  const [isLost, setLost] = useState(false)
  if (isLost) return <View className={styles.lost}>{chat.photoLost}</View>
  return (
    <Tap
      className={styles.frame}
      label={chat.seePhoto}
      onClick={() => void (address && Taro.previewImage({ current: address, urls: [address] }))}
    >
      {address && (
        <Image className={styles.picture} mode="aspectFill" src={address} onError={() => setLost(true)} />
      )}
    </Tap>
  )
}

/** One that lies in the cloud. */
export function StoredPicture({ fileId }: { fileId: string }) {
  const [address = ''] = useFileAddresses([fileId])
  return <Picture key={address} address={address} />
}
