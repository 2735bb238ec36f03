import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { agoWords } from '@/copy/time'
import { topicWords as words } from '@/copy/topic'
import type { Output } from '@/domain/contracts'
import type { TopicAction, TopicView } from '@/domain/topic/contract'
import { wishForTopic } from '@/features/chat/topic-wish'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useCommands } from '@/features/session/use-command'
import { SettleSheet } from '@/features/topic/settle-sheet'
import { TopicState } from '@/features/topic/topic-card'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import { openMessage } from '@/routes'
import { Said } from '../../_components/said'
import styles from './index.module.scss'

type Settlement = NonNullable<TopicView['settled']>

function Decision({ settlement: { decision, by, at } }: { settlement: Settlement }) {
  const now = useNow()
  return (
    <View className={styles.decision}>
      <View>{decision}</View>
      <View className={styles.hint}>{words.decidedBy(by.name, agoWords(at, now))}</View>
    </View>
  )
}

/** What is asked before a topic is talked about again, or its decision leaves the top of the group. */
const changes = {
  reopen: { action: 'topic.reopen', title: words.reopenTitle, why: words.reopenWhy, done: words.reopened },
  unpin: { action: 'topic.unpin', title: words.unpinTitle, why: words.unpinWhy, done: words.unpinned },
} as const

function ChangeSheet({
  topic,
  change,
  onClose,
}: {
  topic: TopicView
  change: keyof typeof changes
  onClose: () => void
}) {
  const { run, isRunning } = useCommands()
  const { action, title, why, done } = changes[change]
  const confirm = async (): Promise<void> => {
    if (await run(action, { topicId: topic._id })) toast(done)
    onClose()
  }
  return (
    <ConfirmSheet
      isOpen
      title={title}
      consequence={why}
      confirmWords={words[change]}
      isRunning={isRunning}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  )
}

/** Its buttons: deciding first. */
function Deeds({ topic, onAct }: { topic: TopicView; onAct: (action: TopicAction) => void }) {
  const { allowedActions } = topic
  if (allowedActions.length === 0) return null
  return (
    <View className={styles.deeds}>
      {allowedActions.includes('settle') && (
        <PrimaryButton onClick={() => onAct('settle')}>{words.settle}</PrimaryButton>
      )}
      {(['add', 'reopen', 'unpin'] as const)
        .filter((action) => allowedActions.includes(action))
        .map((action) => (
          <QuietButton key={action} onClick={() => onAct(action)}>
            {words[action]}
          </QuietButton>
        ))}
    </View>
  )
}

function Topic({ topic, messages }: Output<'topic.get'>) {
  const now = useNow()
  const [asked, setAsked] = useState<TopicAction | null>(null)
  const { groupPath, opened, past, seqs, settled, title } = topic
  const act = (action: TopicAction): void => {
    if (action !== 'add') return setAsked(action)
    wishForTopic({ groupPath, topicId: topic._id })
    openMessage(groupPath, Math.max(...seqs))
  }
  const close = (): void => setAsked(null)
  return (
    <View>
      <View className={styles.head}>
        <View className={styles.title}>{title}</View>
        <TopicState isSettled={settled !== null} />
      </View>
      <View className={styles.hint}>{words.by(opened.by.name, agoWords(opened.at, now))}</View>
      {settled && (
        <>
          <View className={styles.heading}>{words.decision}</View>
          <Card>
            <Decision settlement={settled} />
          </Card>
        </>
      )}
      <Deeds topic={topic} onAct={act} />
      {past.length > 0 && (
        <>
          <View className={styles.heading}>{words.past}</View>
          <Card>
            {past.map((one) => (
              <Decision key={one.at} settlement={one} />
            ))}
          </Card>
        </>
      )}
      <View className={styles.heading}>{words.messages}</View>
      {messages.map((message) => (
        <Card
          key={message._id}
          label={words.seeInChat(message.authorName)}
          onClick={() => openMessage(groupPath, message.seq)}
        >
          <Said message={message} />
        </Card>
      ))}
      {asked === 'settle' && <SettleSheet topic={topic} onClose={close} />}
      {(asked === 'reopen' || asked === 'unpin') && (
        <ChangeSheet topic={topic} change={asked} onClose={close} />
      )}
    </View>
  )
}

function Content() {
  const { id = '' } = useRouter().params
  const { data, error, refetch } = useAction('topic.get', { topicId: id })
  if (data) return <Topic {...data} />
  return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={4} />
}

/** 议题: what it is about, how it was settled, and what everybody said. */
export default function TopicPage() {
  return (
    <SessionGate>
      <Screen>
        <Content />
      </Screen>
    </SessionGate>
  )
}
