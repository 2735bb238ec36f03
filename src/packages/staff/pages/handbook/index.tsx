import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { Tabs } from '@/components/tabs'
import { handbookWords as words } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import { communitiesOfStaff } from '@/features/handbook-editor/communities'
import { OfficeForm } from '@/features/handbook-editor/office-form'
import { Trail } from '@/features/handbook-editor/trail'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { GuideList } from './_components/guide-list'
import { ServiceList } from './_components/service-list'
import styles from './index.module.scss'

const tabNames = ['services', 'guide', 'office'] as const
type TabName = (typeof tabNames)[number]

const parts = { services: ServiceList, guide: GuideList, office: OfficeForm }

function Book({ handbook }: { handbook: HandbookView }) {
  const [tab, setTab] = useState<TabName>('services')
  const Part = parts[tab]
  if (!handbook.canEdit) return <EmptyState art="door" words={words.onlyRead} />
  return (
    <View>
      <View className={styles.tabs}>
        <Tabs
          tabs={tabNames.map((value) => ({ value, label: words.tabs[value] }))}
          chosen={tab}
          onChoose={setTab}
        />
      </View>
      <Part handbook={handbook} />
      <Trail lines={handbook.trail ?? []} />
    </View>
  )
}

function BookOf({ communityPath }: { communityPath: string }) {
  const query = useAction('handbook.get', { communityPath })
  if (query.data) return <Book handbook={query.data.handbook} />
  return query.error ? <ErrorState error={query.error} onRetry={query.refetch} /> : <Skeleton count={5} />
}

function Books() {
  const communities = communitiesOfStaff(useSession().account)
  const [chosen, setChosen] = useState<string | null>(null)
  const path = chosen ?? communities[0]?.path
  if (!path) return <EmptyState art="door" words={words.notStaff} />
  return (
    <View>
      {communities.length > 1 && (
        <Choices
          choices={communities.map((community) => ({ value: community.path, label: community.name }))}
          isChosen={(value) => value === path}
          onChoose={setChosen}
        />
      )}
      <BookOf key={path} communityPath={path} />
    </View>
  )
}

/** 办事手册: what can be asked for here, whose job is what, and when the office works. */
export default function HandbookPage() {
  return (
    <SessionGate>
      <Screen>
        <Books />
      </Screen>
    </SessionGate>
  )
}
