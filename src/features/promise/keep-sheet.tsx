import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { promise as words } from '@/copy/promise'
import type { PromiseView } from '@/domain/promise/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from './promise.module.scss'

/** What the one who asked is told in the end; it goes into the group. Mount it to open it. */
export function KeepSheet({ promise, onClose }: { promise: PromiseView; onClose: () => void }) {
  const { run, isRunning } = useCommand('promise.keep')
  const [said, setSaid] = useState('')
  const keep = async (): Promise<void> => {
    if (!(await run({ promiseId: promise._id, words: said.trim() }))) return
    toast(words.kept)
    onClose()
  }
  return (
    <Sheet isOpen title={words.keepTitle(promise.asked.name)} onClose={onClose}>
      <View className={styles.said}>{words.question(promise.question)}</View>
      <TextField
        isMultiline
        label={words.keepWords}
        placeholder={words.keepField}
        value={said}
        maxLength={300}
        onChange={setSaid}
      />
      <PrimaryButton isLoading={isRunning} isDisabled={said.trim().length < 2} onClick={() => void keep()}>
        {words.keepConfirm}
      </PrimaryButton>
    </Sheet>
  )
}
