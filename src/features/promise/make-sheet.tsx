import { View } from '@tarojs/components'
import { Sheet } from '@/components/sheet'
import { promise as words } from '@/copy/promise'
import { toast } from '@/platform/toast'
import { MakeForm } from './make-form'
import styles from './promise.module.scss'

interface MakeSheetProps {
  groupPath: string
  seq: number
  /** Who asked, and what. */
  name: string
  question: string
  onClose: () => void
}

/** The form of a promise over what was asked. Mount it to open it. */
export function MakeSheet({ groupPath, seq, name, question, onClose }: MakeSheetProps) {
  const done = (made: string): void => {
    toast(made)
    onClose()
  }
  return (
    <Sheet isOpen title={words.makeTo(name)} onClose={onClose}>
      <View className={styles.said}>{words.question(question)}</View>
      <MakeForm groupPath={groupPath} seq={seq} onDone={done} />
    </Sheet>
  )
}
