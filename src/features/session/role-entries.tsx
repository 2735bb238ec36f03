import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon-shapes'
import { roleEntryWords } from '@/copy/pages'
import type { Capability } from '@/domain/account/contract'
import type { Output } from '@/domain/contracts'
import { open, routes } from '@/routes'
import { useAction } from './use-action'
import { useSession } from './use-session'
import styles from './role-entries.module.scss'

interface Entry {
  /** Any of these. */
  needs: readonly Capability[]
  icon: IconName
  title: string
  words: string
  url: string
}

/** The street hears of those who have waited for too long. */
const mayVouch: readonly Capability[] = ['lead', 'appoint']

/** How many wait, and how many of them for too long. */
function pendingWords({ items, nextCursor }: Output<'membership.pending'>): string {
  if (items.length === 0) return roleEntryWords.pendingNone
  const late = items.filter(({ isOverdue }) => isOverdue).length
  return roleEntryWords.pendingCount(`${items.length}${nextCursor ? '+' : ''}`, late)
}

/** What waits in the groups; promises of another day do not. */
function inboxWords({ overdue, reports, visits, waiting }: Output<'inbox.counts'>): string {
  return roleEntryWords.inboxCounts(waiting, reports + overdue + visits)
}

function useEntries(): Entry[] {
  const { can } = useSession()
  const desk = useAction('order.countDesk', {}, { isEnabled: can('dispatch') }).data
  const waiting = useAction('membership.pending', {}, { isEnabled: mayVouch.some(can) }).data
  const counts = useAction('inbox.counts', {}, { isEnabled: can('lead') }).data
  const words = roleEntryWords
  const all: Entry[] = [
    {
      needs: ['dispatch'],
      icon: 'desk',
      title: words.desk.title,
      words: desk ? words.deskCounts(desk.waiting, desk.late) : words.desk.words,
      url: routes.desk,
    },
    {
      needs: ['lead'],
      icon: 'write',
      title: words.inbox.title,
      words: counts ? inboxWords(counts) : words.inbox.words,
      url: routes.inbox,
    },
    { needs: ['volunteer'], icon: 'hand', ...words.hall, url: routes.hall },
    { needs: ['volunteer'], icon: 'ticket', ...words.tasks, url: routes.tasks },
    {
      needs: mayVouch,
      icon: 'people',
      title: words.pending.title,
      words: waiting ? pendingWords(waiting) : words.pending.words,
      url: routes.pending,
    },
    { needs: ['lead'], icon: 'door', ...words.residents, url: routes.residents },
    { needs: mayVouch, icon: 'scan', ...words.invite, url: routes.invite },
    { needs: ['appoint'], icon: 'hand', ...words.roles, url: routes.roles },
    { needs: ['judgeAppeals'], icon: 'write', ...words.appeals, url: routes.moderation },
    { needs: ['lead'], icon: 'notice', ...words.notice, url: routes.notice },
  ]
  return all.filter(({ needs }) => needs.some(can))
}

/** Where my roles lead, as large cards; nothing for a plain resident. */
export function RoleEntries() {
  const entries = useEntries()
  if (entries.length === 0) return null
  return (
    <View className={styles.entries}>
      {entries.map(({ icon, title, words, url }, index) => (
        <View
          key={url}
          className={classNames(styles.entry, index === entries.length - 1 && index % 2 === 0 && styles.wide)}
        >
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
