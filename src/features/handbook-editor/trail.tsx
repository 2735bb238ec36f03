import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { TimeText } from '@/components/time-text'
import { changeWords, handbookWords as words } from '@/copy/handbook'
import type { Handbook } from '@/domain/handbook/schema'
import styles from './editor.module.scss'

const first = 5

type Change = keyof typeof changeWords
const isKnown = (change: string): change is Change => change in changeWords

/** Who changed the handbook, when, and why: newest first. */
export function Trail({ lines }: { lines: Handbook['trail'] }) {
  const [isWhole, setIsWhole] = useState(false)
  const newest = [...lines].reverse()
  const shown = isWhole ? newest : newest.slice(0, first)
  return (
    <View>
      <View className={styles.heading}>{words.trail}</View>
      <Card>
        {shown.length === 0 && <View className={styles.soft}>{words.trailEmpty}</View>}
        {shown.map(({ at, byName, change, note }) => (
          <View key={`${at}${byName}${change}`} className={styles.trailLine}>
            <View>
              {byName}
              {isKnown(change) ? changeWords[change] : change}
              {note === '' ? '' : `：${note}`}
            </View>
            <View className={styles.soft}>
              <TimeText at={at} isPast />
            </View>
          </View>
        ))}
        {newest.length > shown.length && (
          <QuietButton isCompact onClick={() => setIsWhole(true)}>
            {words.trailMore}
          </QuietButton>
        )}
      </Card>
    </View>
  )
}
