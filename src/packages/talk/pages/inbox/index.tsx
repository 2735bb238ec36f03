import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { Tabs } from '@/components/tabs'
import { inboxCount } from '@/copy/counts'
import { inbox as words, saidWords } from '@/copy/inbox'
import type { Output } from '@/domain/contracts'
import type { InboxItemView } from '@/domain/inbox/contract'
import { QuestionList } from '@/features/inbox/question-list'
import { UndoBar } from '@/features/inbox/undo-bar'
import { MakeSheet } from '@/features/promise/make-sheet'
import { PromiseList } from '@/features/promise/promise-list'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useCommands } from '@/features/session/use-command'
import { useSession } from '@/features/session/use-session'
import { VisitList } from '@/features/visit/visit-list'
import { toast } from '@/platform/toast'
import { Reports } from './_components/reports'

type Tab = keyof typeof words.tabs
const tabs: readonly Tab[] = ['waiting', 'reports', 'promises', 'visits']
/** How long what was put aside can be taken back from below, ms; later, from among the answered. */
const undoFor = 10_000

type Counts = Output<'inbox.counts'>

function labelled(value: Tab, counts: Counts | undefined) {
  const count = counts?.[value] ?? 0
  return { value, label: words.tabs[value], count: count > 0 ? inboxCount(count) : undefined }
}

function Inbox() {
  const { tab: asked } = useRouter().params
  const [tab, setTab] = useState<Tab>(() => tabs.find((one) => one === asked) ?? 'waiting')
  const [promising, setPromising] = useState<InboxItemView | null>(null)
  const [skipped, setSkipped] = useState<InboxItemView | null>(null)
  const counted = useAction('inbox.counts', {})
  const counts = counted.data
  const { run, isRunning } = useCommands()

  useEffect(() => {
    if (!skipped) return
    const timer = setTimeout(() => setSkipped(null), undoFor)
    return () => clearTimeout(timer)
  }, [skipped])

  const skip = async (item: InboxItemView): Promise<void> => {
    if (await run('inbox.markAnswered', { itemId: item._id })) setSkipped(item)
  }
  const reopen = async (item: InboxItemView): Promise<void> => {
    if (!(await run('inbox.reopen', { itemId: item._id }))) return
    setSkipped(null)
    toast(words.undone)
  }
  const undo = skipped && <UndoBar item={skipped} isRunning={isRunning} onUndo={() => void reopen(skipped)} />
  return (
    <Screen action={undo}>
      <Tabs tabs={tabs.map((value) => labelled(value, counts))} chosen={tab} onChoose={setTab} />
      {tab === 'waiting' && (
        <QuestionList
          onPromise={setPromising}
          onSkip={(item) => void skip(item)}
          onReopen={(item) => void reopen(item)}
        />
      )}
      {tab === 'reports' && <Reports counted={counted} />}
      {tab === 'promises' && <PromiseList />}
      {tab === 'visits' && <VisitList />}
      {promising && (
        <MakeSheet
          groupPath={promising.groupPath}
          seq={promising.seq}
          name={promising.asked.by.name}
          question={saidWords(promising)}
          onClose={() => setPromising(null)}
        />
      )}
    </Screen>
  )
}

function Content() {
  const { can } = useSession()
  if (can('lead')) return <Inbox />
  return (
    <Screen>
      <EmptyState art="letterbox" words={words.noArea} />
    </Screen>
  )
}

/** 群里的事: what waits for leaders and staff in all of their groups: questions, reports, promises, visits. */
export default function InboxPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
