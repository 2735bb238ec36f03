import { View } from '@tarojs/components'
import { useState } from 'react'
import { DangerButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Icon } from '@/components/icon'
import { repeatWords, seriesWords } from '@/copy/repeat'
import { dayWords } from '@/copy/time'
import type { SeriesView } from '@/domain/series/contract'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import styles from './series.module.scss'
import { WhoComesSheet } from './who-comes-sheet'

type Asked = 'skip' | 'stop' | 'who' | null

/** One recurring help: how often, when next, who comes; leave one out, or end it. */
export function SeriesCard({ series }: { series: SeriesView }) {
  const now = useNow()
  const [asked, setAsked] = useState<Asked>(null)
  const { run, isRunning } = useCommands()
  const { _id, serviceName, areaName, text, repeat, volunteer, isActive, stoppedFor, upcoming, canChange } =
    series
  const whose = series.isMine ? areaName : seriesWords.whose(series.requesterName, areaName)
  const [next] = upcoming
  const close = (): void => setAsked(null)
  const settle = (words: string) => (done: unknown) => {
    if (!done) return
    toast(words)
    close()
  }
  const skip = (day: string): void =>
    void run('series.skip', { seriesId: _id, day }).then(settle(seriesWords.skipped))
  const stop = (): void => void run('series.stop', { seriesId: _id }).then(settle(seriesWords.stopDone))
  return (
    <Card>
      <View className={styles.head}>
        <Icon name="repeat" colour={isActive ? 'vest' : 'ink-3'} />
        <View className={styles.name}>{serviceName}</View>
      </View>
      <View>{repeatWords(repeat)}</View>
      {text !== '' && <View className={styles.words}>{text}</View>}
      <View className={styles.words}>{whose}</View>
      <View className={styles.next}>
        {!isActive
          ? stoppedFor
            ? seriesWords.stoppedFor[stoppedFor]
            : seriesWords.stopped
          : next
            ? seriesWords.next(dayWords(next, now))
            : seriesWords.noNext}
      </View>
      {isActive && (
        <View className={styles.words}>
          {volunteer ? seriesWords.who(volunteer.name, volunteer.hasAgreed) : seriesWords.nobody}
        </View>
      )}
      {isActive && canChange && (
        <View className={styles.buttons}>
          <QuietButton onClick={() => setAsked('who')}>{seriesWords.whoComes}</QuietButton>
          {next && <QuietButton onClick={() => setAsked('skip')}>{seriesWords.skip}</QuietButton>}
          <DangerButton onClick={() => setAsked('stop')}>{seriesWords.stop}</DangerButton>
        </View>
      )}
      {asked === 'who' && <WhoComesSheet series={series} onClose={close} />}
      <ConfirmSheet
        isOpen={asked === 'skip' && next !== undefined}
        title={seriesWords.skip}
        consequence={next ? seriesWords.skipConsequence(dayWords(next, now)) : ''}
        confirmWords={seriesWords.skip}
        isRunning={isRunning}
        onConfirm={() => next && skip(next)}
        onClose={close}
      />
      <ConfirmSheet
        isOpen={asked === 'stop'}
        isDanger
        title={`${seriesWords.stop}：${serviceName}`}
        consequence={seriesWords.stopConsequence}
        confirmWords={seriesWords.stop}
        isRunning={isRunning}
        onConfirm={stop}
        onClose={close}
      />
    </Card>
  )
}
