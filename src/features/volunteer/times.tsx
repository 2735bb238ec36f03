import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { dayPartNames, profileWords, weekdayNames } from '@/copy/volunteer'
import { dayParts, hasTime, toggleTime } from './weekly-times'
import type { PartProps } from './settings'
import styles from './times.module.scss'

/** The week as people say it begins on Monday. */
const week = [1, 2, 3, 4, 5, 6, 0] as const

/** When I can come: each day of the week in three parts. */
export function Times({ profile: { times }, change }: PartProps) {
  return (
    <Card>
      <Field label={profileWords.times} hint={profileWords.timesHint}>
        {week.map((weekday) => (
          <View key={weekday} className={styles.day}>
            <View className={styles.name}>{weekdayNames[weekday]}</View>
            {dayParts.map((part) => {
              const isOn = hasTime(times, weekday, part)
              return (
                <View
                  key={part}
                  className={classNames(styles.part, isOn && styles.on)}
                  aria-checked={isOn}
                  {...aria('checkbox', `${weekdayNames[weekday]}${dayPartNames[part]}`)}
                  onClick={() => change({ times: toggleTime(times, weekday, part) })}
                >
                  {isOn && <Icon name="check" size="small" colour="vest" />}
                  <View>{dayPartNames[part]}</View>
                </View>
              )
            })}
          </View>
        ))}
      </Field>
    </Card>
  )
}
