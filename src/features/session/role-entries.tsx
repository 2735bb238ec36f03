import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon-shapes'
import { roleEntryWords } from '@/copy/pages'
import type { Capability } from '@/domain/account/contract'
import { open, routes } from '@/routes'
import { useAction } from './use-action'
import { useSession } from './use-session'
import styles from './role-entries.module.scss'

interface Entry {
  needs: Capability
  icon: IconName
  title: string
  words: string
  url: string
}

function useEntries(): Entry[] {
  const { can } = useSession()
  const desk = useAction('order.countDesk', {}, { isEnabled: can('dispatch') }).data
  const pending = useAction('membership.pending', {}, { isEnabled: can('lead') }).data
  const words = roleEntryWords
  const all: Entry[] = [
    {
      needs: 'dispatch',
      icon: 'desk',
      title: words.desk.title,
      words: desk ? words.deskCounts(desk.waiting, desk.late) : words.desk.words,
      url: routes.desk,
    },
    { needs: 'volunteer', icon: 'hand', ...words.hall, url: routes.hall },
    { needs: 'volunteer', icon: 'ticket', ...words.tasks, url: routes.tasks },
    {
      needs: 'lead',
      icon: 'people',
      title: words.pending.title,
      words: pending ? words.pendingCount(pending.items.length) : words.pending.words,
      url: routes.pending,
    },
    { needs: 'lead', icon: 'scan', ...words.invite, url: routes.invite },
    { needs: 'lead', icon: 'notice', ...words.notice, url: routes.notice },
  ]
  return all.filter(({ needs }) => can(needs))
}

/** Where my roles lead, as large cards; nothing for a plain resident. */
export function RoleEntries() {
  const entries = useEntries()
  if (entries.length === 0) return null
  return (
    <View className={styles.entries}>
      {entries.map(({ icon, title, words, url }, index) => (
        <View key={url} className={classNames(styles.entry, index === entries.length - 1 && index % 2 === 0 && styles.wide)}>
          <Card label={title} onClick={() => open(url)}>
            <Icon name={icon} colour="vest" size="large" />
            <View className={styles.title}>{title}</View>
            <View className={styles.words}>{words}</View>
          </Card>
        </View>
      ))}
    </View>
  )
}
