import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { useFileAddresses } from '@/cloud/files'
import { uploadPhoto } from '@/cloud/upload'
import { common } from '@/copy/common'
import { choosePhotos } from '@/platform/choose-photo'
import { keepFile } from '@/platform/keep-file'
import { toast } from '@/platform/toast'
import { Icon } from './icon'
import { Tap } from './tap'
import styles from './photos.module.scss'

interface PhotoPickerProps {
  fileIds: readonly string[]
  onChange: (fileIds: string[]) => void
  max?: number
  /** What can't be uploaded now stays among `fileIds` as a path on this phone, for whoever sends it to upload. */
  keepsUnsent?: boolean
}

const sendOrLose = (path: string): Promise<string | null> => uploadPhoto(path).catch(() => null)
const sendOrKeep = (path: string): Promise<string | null> => uploadPhoto(path).catch(() => keepFile(path))

/** Pictures to send along: choose or take, upload at once, take away. */
export function PhotoPicker({ fileIds, onChange, max = 9, keepsUnsent = false }: PhotoPickerProps) {
  const addresses = useFileAddresses(fileIds)
  const [isUploading, setUploading] = useState(false)

  const add = async (): Promise<void> => {
    const paths = await choosePhotos(max - fileIds.length)
    if (paths.length === 0) return
    setUploading(true)
    const sent = await Promise.all(paths.map((path) => (keepsUnsent ? sendOrKeep(path) : sendOrLose(path))))
    setUploading(false)
    if (sent.includes(null)) toast(common.photoLost)
    onChange([...fileIds, ...sent.filter((one) => one !== null)])
  }

  return (
    <View className={styles.grid}>
      {addresses.map((address, index) => (
        <View key={fileIds[index]} className={styles.cell}>
          {address && <Image className={styles.picture} mode="aspectFill" src={address} />}
          <Tap
            className={styles.remove}
            label={common.removePhoto}
            onClick={() => onChange(fileIds.filter((_, other) => other !== index))}
          >
            <View className={styles.cross}>
              <Icon name="close" size="small" colour="white" />
            </View>
          </Tap>
        </View>
      ))}
      {fileIds.length < max && (
        <Tap
          className={styles.add}
          label={common.addPhoto}
          isDisabled={isUploading}
          onClick={() => void add()}
        >
          <Icon name="camera" />
          <View>{isUploading ? common.uploading : common.addPhoto}</View>
        </Tap>
      )}
    </View>
  )
}
