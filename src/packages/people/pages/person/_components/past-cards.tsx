import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { roleNames } from '@/copy/people'
import { person as words, trailEventNames } from '@/copy/residents'
import { dateWords, momentWords } from '@/copy/time'
import type { ResidentView } from '@/domain/resident/contract'
import { roleSchema } from '@/domain/shared/role'
import { useNow } from '@/platform/use-now'
import styles from '../index.module.scss'

/** What they do here. */
export function RolesCard({ roles }: Pick<ResidentView, 'roles'>) {
  if (roles.length === 0) return null
  return (
    <Card>
      <View className={styles.heading}>{words.roles}</View>
      {roles.map(({ role, areaName, areaPath, since }) => (
        <View key={`${role}${areaPath}`} className={styles.item}>
          <View className={styles.home}>{roleNames[role]}</View>
          <View className={styles.soft}>{words.rolesAt(areaName, dateWords(since))}</View>
        </View>
      ))}
    </Card>
  )
}

/** What happened to their homes and roles, newest first; folded, since it is seldom asked for. */
export function TrailCard({ trail }: Pick<ResidentView, 'trail'>) {
  const [isOpen, setOpen] = useState(false)
  const now = useNow()
  return (
    <Card>
      <Tap className={styles.fold} label={words.trail} onClick={() => setOpen(!isOpen)}>
        <View className={styles.home}>{words.trail}</View>
        <Icon name={isOpen ? 'up' : 'down'} size="small" />
      </Tap>
      {isOpen && trail.length === 0 && <View className={styles.soft}>{words.trailNone}</View>}
      {isOpen &&
        trail.map((line) => (
          <View key={line._id} className={styles.item}>
            <View>{[trailEventNames[line.event], roleOf(line.role)].filter(Boolean).join(' · ')}</View>
            <View className={styles.soft}>
              {[
                momentWords(line.at, now),
                line.areaName,
                line.byName === '' ? words.trailByClock : words.trailBy(line.byName),
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
            {line.note !== '' && <View className={styles.soft}>{words.noted(line.note)}</View>}
          </View>
        ))}
    </Card>
  )
}

const roleOf = (role: string | null): string => {
  const known = roleSchema.safeParse(role)
  return known.success ? roleNames[known.data] : ''
}
