import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { csvWords as words } from '@/copy/numbers-page'
import type { Period } from '@/domain/numbers/period'
import type { AreaPath } from '@/domain/shared/area'
import { saveText } from '@/platform/save-text'
import { toast } from '@/platform/toast'
import { useCsv } from './use-csv'
import styles from './numbers.module.scss'

/** The orders of a period as a table to take along: fetched to the end first, then saved by another tap. */
export function CsvCard({ area }: { area: Period & { areaPath: AreaPath } }) {
  const { state, start } = useCsv(area)
  const save = async (text: string): Promise<void> => {
    const isSaved = await saveText(words.fileName(area.from, area.to), text)
    toast(isSaved ? words.saved : words.notSaved)
  }
  return (
    <Card>
      <View className={styles.title}>{words.title}</View>
      <View className={styles.soft}>{words.hint}</View>
      {state.step === 'idle' && <QuietButton onClick={() => void start()}>{words.start}</QuietButton>}
      {state.step === 'fetching' && <View {...aria('status')}>{words.fetching(state.lines)}</View>}
      {state.step === 'ready' && (
        <>
          <View {...aria('status')}>{words.ready(state.lines)}</View>
          <PrimaryButton onClick={() => void save(state.text)}>{words.save}</PrimaryButton>
        </>
      )}
    </Card>
  )
}
