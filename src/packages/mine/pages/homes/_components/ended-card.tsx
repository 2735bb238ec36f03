import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { homesWords as words } from '@/copy/mine'
import { endedWords, standingNames } from '@/copy/people'
import { dateWords } from '@/copy/time'
import type { Output } from '@/domain/contracts'
import styles from '../index.module.scss'

type Ended = NonNullable<Output<'membership.household'>['ended']>[number]

/** A home that others have said is none of mine, or no more: who, when, why, and whom to ask. */
export function EndedCard({ home }: { home: Ended }) {
  const { areaName, byName, endedAt, reason, roomNumber, standing } = home
  const facts = [
    standingNames[standing],
    ...(endedAt === null ? [] : [dateWords(endedAt)]),
    ...(byName === '' ? [] : [words.endedBy(byName)]),
  ]
  return (
    <Card>
      <View className={styles.name}>{`${areaName} ${words.room(roomNumber)}`}</View>
      <View className={styles.hint}>{facts.join(' · ')}</View>
      {reason !== '' && <View className={styles.waiting}>{endedWords.because(reason)}</View>}
      <View className={styles.hint}>{endedWords.ask(byName)}</View>
    </Card>
  )
}
