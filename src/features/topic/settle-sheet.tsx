import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { topicWords as words } from '@/copy/topic'
import type { TopicView } from '@/domain/topic/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from './topic.module.scss'

const longest = 300

/** It is decided: how. Mount it to open it. */
export function SettleSheet({ topic, onClose }: { topic: TopicView; onClose: () => void }) {
  const { run, isRunning } = useCommand('topic.settle')
  const [decision, setDecision] = useState('')
  const settle = async (): Promise<void> => {
    if (await run({ topicId: topic._id, decision: decision.trim() })) {
      toast(words.settleDone)
      onClose()
    }
  }
  return (
    <Sheet isOpen title={words.settleTitle} onClose={onClose}>
      <View className={styles.why}>{words.settleWhy}</View>
      <TextField
        isMultiline
        label={words.settleField}
        value={decision}
        maxLength={longest}
        onChange={setDecision}
      />
      <PrimaryButton isDisabled={decision.trim() === ''} isLoading={isRunning} onClick={() => void settle()}>
        {words.settle}
      </PrimaryButton>
    </Sheet>
  )
}
