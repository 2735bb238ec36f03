import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ListStates } from '@/components/list-states'
import { dataWords as words } from '@/copy/mine'
import { accessNames, trailNames } from '@/copy/my-data'
import { roleNames } from '@/copy/people'
import { momentWords } from '@/copy/time'
import { roleSchema } from '@/domain/shared/role'
import { usePagedAction } from '@/features/session/use-action'
import { useNow } from '@/platform/use-now'
import styles from '../index.module.scss'

const few = 5

const roleName = (role: string | null): string => {
  const known = roleSchema.safeParse(role)
  return known.success ? roleNames[known.data] : ''
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ')

function Line({ title, hint }: { title: string; hint: string }) {
  return (
    <View className={styles.line}>
      <View>{title}</View>
      <View className={styles.hint}>{hint}</View>
    </View>
  )
}

/** Who has looked at my data, in which office. */
export function Accesses() {
  const now = useNow()
  const list = usePagedAction('account.accesses', { limit: few })
  return (
    <Card>
      <View className={styles.title}>{words.accesses}</View>
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        skeletonCount={1}
        empty={{ words: words.accessesEmpty }}
        render={({ areaName, at, byName, kind, role }) => (
          <Line
            title={accessNames[kind]}
            hint={joined(momentWords(at, now), byName, roleName(role), areaName)}
          />
        )}
      />
    </Card>
  )
}

/** What has been done to my homes and roles. */
export function Trail() {
  const now = useNow()
  const list = usePagedAction('account.trail', { limit: few })
  return (
    <Card>
      <View className={styles.title}>{words.trail}</View>
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        skeletonCount={1}
        empty={{ words: words.trailEmpty }}
        render={({ areaName, at, byName, event, note, role }) => (
          <Line
            title={joined(trailNames[event], roleName(role), note)}
            hint={joined(momentWords(at, now), areaName, byName === '' ? '' : words.by(byName))}
          />
        )}
      />
    </Card>
  )
}
