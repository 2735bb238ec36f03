import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { useOpenFile } from '@/components/use-open-file'
import { dataWords as words } from '@/copy/mine'
import { useCommand } from '@/features/session/use-command'
import styles from '../index.module.scss'

/** Everything that is kept of me, in one file to read. */
export function Export() {
  const { run, isRunning } = useCommand('print.myData')
  const { open, isOpening } = useOpenFile()
  const [fileId, setFileId] = useState<string | null>(null)
  const make = async (): Promise<void> => {
    const made = await run({})
    if (!made) return
    setFileId(made.fileId)
    await open(made.fileId, words.fileName)
  }
  return (
    <Card>
      <View className={styles.title}>{words.export}</View>
      <View className={styles.hint}>{words.exportHint}</View>
      <View className={styles.stack}>
        <QuietButton isLoading={isRunning || isOpening} onClick={() => void make()}>
          {words.exportButton}
        </QuietButton>
        {fileId !== null && (
          <QuietButton isLoading={isOpening} onClick={() => void open(fileId, words.fileName)}>
            {words.openAgain}
          </QuietButton>
        )}
      </View>
    </Card>
  )
}
