import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { notice as words } from '@/copy/notice'
import { areasICareFor } from '@/features/notice/caretaking'
import { NoticeForm } from '@/features/notice/notice-form'
import { PublishedCard } from '@/features/notice/published-card'
import { UnreadSheet } from '@/features/notice/unread-sheet'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import styles from './index.module.scss'

/** 发公告: write to an area that I look after, and see how far what was sent has come. */
export default function NoticePage() {
  const session = useSession()
  const areas = areasICareFor(session.account)
  const list = usePagedAction('notice.list', {}, { isEnabled: areas.length > 0 })
  const [asked, setAsked] = useState<string | null>(null)
  const published = list.items.filter(({ reach }) => reach !== null)

  if (session.isPending) {
    return (
      <Screen>
        <Skeleton />
      </Screen>
    )
  }
  if (areas.length === 0) {
    return (
      <Screen>
        <EmptyState art="letterbox" words={words.noArea} />
      </Screen>
    )
  }
  return (
    <Screen>
      <Card>
        <NoticeForm areas={areas} onPublished={() => void list.refetch()} />
      </Card>
      <View className={styles.heading}>{words.publishedList}</View>
      <ListStates
        list={{ ...list, items: published }}
        keyOf={({ _id }) => _id}
        empty={{ art: 'letterbox', words: words.publishedEmpty }}
        render={(one) => <PublishedCard notice={one} onWho={() => setAsked(one._id)} />}
      />
      {asked && <UnreadSheet noticeId={asked} onClose={() => setAsked(null)} />}
    </Screen>
  )
}
