import Taro, { useRouter } from '@tarojs/taro'
import type { ComponentType } from 'react'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { deedWords } from '@/copy/moderation'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { toast } from '@/platform/toast'
import { paramText, type MessageDeed } from '@/routes'
import { Said } from '../../_components/said'
import type { DeedProps } from './_components/deed'
import { PromiseForm } from './_components/promise-form'
import { RemoveForm } from './_components/remove-form'
import { ReportForm } from './_components/report-form'
import { SilenceForm } from './_components/silence-form'

const forms: Readonly<Record<MessageDeed, ComponentType<DeedProps>>> = {
  toPromise: PromiseForm,
  report: ReportForm,
  remove: RemoveForm,
  silence: SilenceForm,
}
const isDeed = (text: string): text is MessageDeed => text in forms

/** Says that it is done, where they come back to. */
function goBack(words: string): void {
  void Taro.navigateBack()
  toast(words)
}

function Content() {
  const { params } = useRouter()
  const deed = params.deed ?? ''
  const input = { groupPath: paramText(params.group), seqs: [Number(params.seq)] }
  const { data, error, refetch } = useAction('chat.get', input)
  const message = data?.items[0]
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton />
  if (!message || !isDeed(deed)) return <EmptyState art="letterbox" words={deedWords.lost} />
  // A message that is gone for all may still have an author who is to pause.
  const isOver =
    message.state === 'recalled' || (deed !== 'silence' && !message.allowedActions.includes(deed))
  const Form = forms[deed]
  return (
    <>
      <Card>
        <Said message={message} />
      </Card>
      {isOver ? <EmptyState words={deedWords.lost} /> : <Form message={message} onDone={goBack} />}
    </>
  )
}

/** What is done with one message and wants words: a report, a promise, taking it away, a pause for its author. */
export default function MessagePage() {
  return (
    <SessionGate>
      <Screen>
        <Content />
      </Screen>
    </SessionGate>
  )
}
