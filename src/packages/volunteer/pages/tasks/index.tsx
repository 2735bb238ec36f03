import { useState } from 'react'
import { Screen } from '@/components/screen'
import { Tabs } from '@/components/tabs'
import { volunteer } from '@/copy/volunteer'
import { SessionGate } from '@/features/session/session-gate'
import { Active, Always, Done } from './_components/views'

type View = 'active' | 'always' | 'done'
const tabs = [
  { value: 'active', label: volunteer.tasksActive },
  { value: 'always', label: volunteer.tasksAlways },
  { value: 'done', label: volunteer.tasksDone },
] as const satisfies readonly { value: View; label: string }[]
const views = { active: Active, always: Always, done: Done } as const satisfies Record<View, unknown>

/** 我的接单: where I am expected, where I always go, and what I have done. */
export default function TasksPage() {
  const [view, setView] = useState<View>('active')
  const Shown = views[view]
  return (
    <SessionGate>
      <Screen>
        <Tabs tabs={tabs} chosen={view} onChoose={setView} />
        <Shown />
      </Screen>
    </SessionGate>
  )
}
