import { View } from '@tarojs/components'
import { DangerButton } from '@/components/button'
import { deedWords } from '@/copy/moderation'
import { useCommand } from '@/features/session/use-command'
import type { DeedProps } from './deed'
import { ReasonFields, useReason } from './reason-fields'
import styles from './deed.module.scss'

const words = deedWords.remove

/** Takes a message away for all; the page itself says what will come of it. */
export function RemoveForm({ message: { groupPath, seq }, onDone }: DeedProps) {
  const state = useReason()
  const { run, isRunning } = useCommand('moderation.remove')
  const remove = async (): Promise<void> => {
    if (await run({ groupPath, seq, reason: state.reason })) onDone(words.done)
  }
  return (
    <View>
      <View className={styles.why}>{words.why}</View>
      <ReasonFields state={state} reasons={words.reasons} />
      <DangerButton isDisabled={state.isMissing} isLoading={isRunning} onClick={() => void remove()}>
        {words.send}
      </DangerButton>
    </View>
  )
}
