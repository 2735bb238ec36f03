import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { TextField } from '@/components/text-field'
import { inbox as words } from '@/copy/inbox'
import type { InboxItemView } from '@/domain/inbox/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { fasterName } from './faster-name'
import styles from './inbox.module.scss'

/** An answer that came second: what was typed, and who was faster. */
export interface LateReply {
  item: InboxItemView
  text: string
  byName: string
}

interface ReplyFieldProps {
  item: InboxItemView
  onLate: (late: LateReply) => void
  onClose: () => void
}

/** An answer, written in place: it goes into the group under the question, and answers it for all who look after it. */
export function ReplyField({ item, onLate, onClose }: ReplyFieldProps) {
  const [text, setText] = useState('')
  const { run, isRunning } = useCommand('inbox.answer')
  const send = async (): Promise<void> => {
    const onFailure = (error: unknown): boolean => {
      const byName = fasterName(error)
      if (byName === null) return false
      onLate({ item, text, byName })
      onClose()
      return true
    }
    if (!(await run({ itemId: item._id, text: text.trim() }, { onFailure }))) return
    toast(words.replied)
    onClose()
  }
  return (
    <View className={styles.reply}>
      <TextField
        isMultiline
        label={words.replyTo(item.asked.by.name)}
        placeholder={words.replyField}
        value={text}
        maxLength={500}
        onChange={setText}
      />
      <View className={styles.two}>
        <QuietButton onClick={onClose}>{words.close}</QuietButton>
        <PrimaryButton isLoading={isRunning} isDisabled={text.trim() === ''} onClick={() => void send()}>
          {words.send}
        </PrimaryButton>
      </View>
    </View>
  )
}
