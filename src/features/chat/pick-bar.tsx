import { View } from '@tarojs/components'
import { PrimaryButton, QuietButton } from '@/components/button'
import { chat } from '@/copy/chat'
import type { usePicking } from './use-picking'
import styles from './chat-view.module.scss'

/** In the place of the field, while messages are ticked. */
export function PickBar({ picking, words, isRunning, done, close }: ReturnType<typeof usePicking>) {
  const count = picking?.seqs.length ?? 0
  return (
    <View className={styles.picked}>
      <View className={styles.count}>{chat.picked(count)}</View>
      <QuietButton isCompact onClick={close}>
        {chat.pickDone}
      </QuietButton>
      <PrimaryButton isCompact isDisabled={count === 0} isLoading={isRunning} onClick={() => void done()}>
        {words}
      </PrimaryButton>
    </View>
  )
}
