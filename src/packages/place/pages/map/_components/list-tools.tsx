import { View } from '@tarojs/components'
import { useState } from 'react'
import { downloadFile } from '@/cloud/download'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { errorWords } from '@/copy/errors'
import { mapWords as words } from '@/copy/place'
import type { AreaView } from '@/domain/place/contract'
import { useCommand } from '@/features/session/use-command'
import { readText } from '@/platform/read-text'
import { saveText } from '@/platform/save-text'
import { toast } from '@/platform/toast'
import { open, routes } from '@/routes'
import styles from '../../../_components/place.module.scss'

interface Exported {
  text: string
  rows: number
}

/** Says what it is before it is made, and saves it by a tap of its own, as WeChat wants. */
function ExportSheet({ estate, onClose }: { estate: AreaView; onClose: () => void }) {
  const { run, isRunning } = useCommand('place.export')
  const [isFetching, setFetching] = useState(false)
  const [made, setMade] = useState<Exported | null>(null)

  const make = async (): Promise<void> => {
    const output = await run({ estatePath: estate._id })
    if (!output) return
    setFetching(true)
    try {
      setMade({ text: await readText(await downloadFile(output.fileId)), rows: output.rows })
    } catch (error) {
      toast(errorWords(error))
    }
    setFetching(false)
  }
  const save = async ({ text }: Exported): Promise<void> => {
    const isSaved = await saveText(words.exportName(estate.name), text)
    toast(isSaved ? words.exportSaved : words.exportNotSaved)
    if (isSaved) onClose()
  }
  return (
    <Sheet isOpen title={words.export} onClose={onClose}>
      <View className={styles.words}>{made ? words.exportReady(made.rows) : words.exportCheck}</View>
      <View className={styles.gap} />
      {made ? (
        <PrimaryButton onClick={() => void save(made)}>{words.exportSave}</PrimaryButton>
      ) : (
        <PrimaryButton isLoading={isRunning || isFetching} onClick={() => void make()}>
          {words.exportStart}
        </PrimaryButton>
      )}
    </Sheet>
  )
}

/** The list of an estate's flats: in, and out again. */
export function ListTools({ estate }: { estate: AreaView }) {
  const [isExporting, setExporting] = useState(false)
  return (
    <Card isFlush>
      <Tap className={styles.row} label={words.import} onClick={() => open(routes.placeImport(estate._id))}>
        <View className={styles.words}>
          <View>{words.import}</View>
          <View className={styles.soft}>{words.importHint}</View>
        </View>
        <Icon name="next" size="small" />
      </Tap>
      <Tap className={styles.row} label={words.export} onClick={() => setExporting(true)}>
        <View className={styles.words}>
          <View>{words.export}</View>
          <View className={styles.soft}>{words.exportHint}</View>
        </View>
        <Icon name="next" size="small" />
      </Tap>
      {isExporting && <ExportSheet estate={estate} onClose={() => setExporting(false)} />}
    </Card>
  )
}
