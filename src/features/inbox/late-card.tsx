import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { TextField } from '@/components/text-field'
import { inbox as words, saidWords } from '@/copy/inbox'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { LateReply } from './reply-field'
import styles from './inbox.module.scss'

/** Somebody was faster: what I had typed is not lost, and can still be said beside their answer. */
export function LateCard({ late, onClose }: { late: LateReply; onClose: () => void }) {
  const { groupPath, seq, asked } = late.item
  const [text, setText] = useState(late.text)
  const { run, isRunning } = useCommand('chat.send')
  const send = async (): Promise<void> => {
    const body = { kind: 'text', text: text.trim() } as const
    if (!(await run({ groupPath, body, replyTo: seq }))) return
    toast(words.replied)
    onClose()
  }
  return (
    <Card>
      <View className={styles.late} {...aria('status')}>
        <View>{words.faster(late.byName)}</View>
        <View className={styles.kept}>{words.fasterKept}</View>
      </View>
      <View className={styles.text}>{saidWords(late.item)}</View>
      <TextField
        isMultiline
        label={words.replyTo(asked.by.name)}
        placeholder={words.replyField}
        value={text}
        maxLength={500}
        onChange={setText}
      />
      <View className={styles.two}>
        <QuietButton onClick={onClose}>{words.letBe}</QuietButton>
        <PrimaryButton isLoading={isRunning} isDisabled={text.trim() === ''} onClick={() => void send()}>
          {words.sayToo}
        </PrimaryButton>
      </View>
    </Card>
  )
}
