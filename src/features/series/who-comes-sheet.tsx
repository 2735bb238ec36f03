import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { ErrorState } from '@/components/error-state'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { seriesWords } from '@/copy/repeat'
import type { SeriesView } from '@/domain/series/contract'
import { useAction } from '@/features/session/use-action'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from './series.module.scss'

/** Who comes from now on: one of the volunteers who may, or whoever takes it next. Mount it to open it. */
export function WhoComesSheet({ series, onClose }: { series: SeriesView; onClose: () => void }) {
  const { _id: seriesId, volunteer } = series
  const [chosen, setChosen] = useState(volunteer?.userId ?? null)
  const query = useAction('series.helpers', { seriesId })
  const { run, isRunning } = useCommands()
  const confirm = (): void =>
    void run('series.setVolunteer', { seriesId, volunteerId: chosen }).then((done) => {
      if (!done) return
      toast(seriesWords.changed)
      onClose()
    })
  return (
    <Sheet isOpen title={seriesWords.whoComes} onClose={onClose}>
      <View className={styles.words}>{seriesWords.whoHint}</View>
      <Choices
        choices={[
          { value: null, label: seriesWords.anyone },
          ...(query.data?.items ?? []).map(({ userId, nickname }) => ({ value: userId, label: nickname })),
        ]}
        isChosen={(value) => value === chosen}
        onChoose={setChosen}
      />
      {query.data === undefined &&
        (query.error ? <ErrorState error={query.error} onRetry={query.refetch} /> : <Skeleton count={1} />)}
      {query.data?.items.length === 0 && <View className={styles.words}>{seriesWords.noHelpers}</View>}
      <View className={styles.buttons}>
        <PrimaryButton
          isDisabled={chosen === (volunteer?.userId ?? null)}
          isLoading={isRunning}
          onClick={confirm}
        >
          {seriesWords.choose}
        </PrimaryButton>
      </View>
    </Sheet>
  )
}
