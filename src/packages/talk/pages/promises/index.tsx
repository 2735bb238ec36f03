import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { promise as words } from '@/copy/promise'
import { PromiseList } from '@/features/promise/promise-list'
import { SessionGate } from '@/features/session/session-gate'
import { useSession } from '@/features/session/use-session'

function Content() {
  const { can } = useSession()
  return <Screen>{can('lead') ? <PromiseList /> : <EmptyState art="door" words={words.noArea} />}</Screen>
}

/** 答应过的事: what was promised in the groups that I look after. */
export default function PromisesPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
