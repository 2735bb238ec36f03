import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useFileAddresses } from '@/cloud/files'
import { common } from '@/copy/common'
import { Tap } from './tap'
import styles from './photos.module.scss'

/** Stored pictures in a grid; a tap shows one large. */
export function Photos({ fileIds }: { fileIds: readonly string[] }) {
  const addresses = useFileAddresses(fileIds)
  if (fileIds.length === 0) return null
  const show = (current: string): void => {
    if (current) void Taro.previewImage({ current, urls: addresses.filter(Boolean) })
  }
  return (
    <View className={styles.grid}>
      {addresses.map((address, index) => (
        <Tap
          key={fileIds[index]}
          className={styles.cell}
          label={common.viewPhoto}
          onClick={() => show(address)}
        >
          {address && <Image className={styles.picture} mode="aspectFill" src={address} />}
        </Tap>
      ))}
    </View>
  )
}
