import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { entryWords as words, handbookWords } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import type { GuideEntry } from '@/domain/handbook/schema'
import { useSave } from '@/features/handbook-editor/use-save'
import styles from '../index.module.scss'

interface RemoveEntryProps {
  handbook: HandbookView
  entry: GuideEntry
}

/** Takes a line out of the guide; not while a service still points to it. */
export function RemoveEntry({ handbook, entry }: RemoveEntryProps) {
  const [isAsking, setIsAsking] = useState(false)
  const { save, isSaving } = useSave(handbook)
  const users = handbook.services.filter(({ guideId }) => guideId === entry.id)
  if (users.length > 0) {
    return <View className={styles.soft}>{words.inUse(users.map(({ name }) => name).join('、'))}</View>
  }
  const remove = async (note: string): Promise<void> => {
    const saved = await save('handbook.removeGuideEntry', { entryId: entry.id, note }, words.removed)
    if (saved !== null) void Taro.navigateBack()
  }
  return (
    <View className={styles.remove}>
      <QuietButton onClick={() => setIsAsking(true)}>{words.remove}</QuietButton>
      <ConfirmSheet
        isOpen={isAsking}
        isDanger
        title={words.removeTitle}
        consequence={words.removeCheck(entry.matter)}
        reason={{ label: handbookWords.note, isOptional: true, maxLength: 100 }}
        confirmWords={handbookWords.remove}
        isRunning={isSaving}
        onConfirm={(note) => void remove(note)}
        onClose={() => setIsAsking(false)}
      />
    </View>
  )
}
