import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Icon } from '@/components/icon'
import { ruleWords } from '@/copy/repeat'
import { windowWords } from '@/copy/time'
import { volunteer } from '@/copy/volunteer'
import type { SeriesView } from '@/domain/series/contract'
import type { Pledge } from '@/domain/series/schema'
import { startOf } from '@/domain/shared/day-keys'
import { minutes } from '@/domain/shared/time'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import styles from './always-card.module.scss'

/** Somebody I go to again and again: for whom, for what, and the next days. */
export function AlwaysCard({ series }: { series: SeriesView }) {
  const now = useNow()
  const { serviceName, requesterName, areaName, text, upcoming, repeat, isActive } = series
  const windowOn = (day: string) => ({
    from: startOf(day) + minutes(repeat.span.from),
    to: startOf(day) + minutes(repeat.span.to),
  })
  return (
    <Card>
      <View className={styles.head}>
        <Icon name="repeat" size="small" />
        <View>{`${serviceName} · ${volunteer.alwaysFor(requesterName)}`}</View>
      </View>
      {text !== '' && <View className={styles.text}>{text}</View>}
      <View className={styles.hint}>{`${ruleWords(repeat.rule)} · ${areaName}`}</View>
      {isActive && upcoming.length > 0 && <View className={styles.title}>{volunteer.alwaysNext}</View>}
      {isActive && upcoming.map((day) => <View key={day}>{windowWords(windowOn(day), now)}</View>)}
      <View className={styles.hint}>{closing(series)}</View>
      {isActive && <PledgeButtons series={series} />}
    </Card>
  )
}

/** Once for all, or a word each time; or somebody else from now on. */
function PledgeButtons({ series }: { series: SeriesView }) {
  const [isLeaving, setLeaving] = useState(false)
  const { run, isRunning } = useCommands()
  const say = (pledge: Pledge): void =>
    void run('series.pledge', { seriesId: series._id, pledge }).then((done) => {
      if (!done) return
      toast(volunteer.alwaysSaid[pledge])
      setLeaving(false)
    })
  return (
    <View className={styles.buttons}>
      {series.volunteer?.hasAgreed ? (
        <QuietButton onClick={() => say('ask')}>{volunteer.alwaysAskMe}</QuietButton>
      ) : (
        <PrimaryButton isLoading={isRunning} onClick={() => say('each')}>
          {volunteer.alwaysEach}
        </PrimaryButton>
      )}
      <QuietButton onClick={() => setLeaving(true)}>{volunteer.alwaysLeave}</QuietButton>
      <ConfirmSheet
        isOpen={isLeaving}
        isDanger
        title={volunteer.alwaysLeave}
        consequence={volunteer.alwaysLeaveConsequence}
        confirmWords={volunteer.alwaysLeave}
        isRunning={isRunning}
        onConfirm={() => say('leave')}
        onClose={() => setLeaving(false)}
      />
    </View>
  )
}

const closing = ({ isActive, upcoming, volunteer: who }: SeriesView): string => {
  if (!isActive) return volunteer.alwaysStopped
  if (upcoming.length === 0) return volunteer.noDays
  return who?.hasAgreed ? volunteer.alwaysHint : volunteer.alwaysAsk
}
