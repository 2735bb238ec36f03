import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { visit as words } from '@/copy/visit'
import { VisitList } from '@/features/visit/visit-list'
import { SessionGate } from '@/features/session/session-gate'
import { useSession } from '@/features/session/use-session'

function Content() {
  const { can } = useSession()
  return <Screen>{can('lead') ? <VisitList /> : <EmptyState art="door" words={words.noArea} />}</Screen>
}

/** 上门看看: whom to look in on where I look after people. */
export default function VisitsPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
