import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { guideWords } from '@/copy/order-form'
import type { GuideEntry } from '@/domain/handbook/schema'
import type { AreaPath } from '@/domain/shared/area'
import { useCommand } from '@/features/session/use-command'
import { CallRow } from './call-row'
import styles from './handbook.module.scss'

interface GuideAnswerProps {
  entry: GuideEntry
  communityPath: AreaPath
  /** Where it may be ordered all the same. */
  onInsist?: () => void
}

/** Someone else's job: whose, their number, when they answer, what to do until then. Calling them is counted. */
export function GuideAnswer({ entry, communityPath, onInsist }: GuideAnswerProps) {
  const answered = useCommand('handbook.answered', { isSilent: true })
  return (
    <View id="guide-answer">
      <View className={styles.title}>{guideWords.whose(entry.name)}</View>
      <View className={styles.lead}>{entry.matter}</View>
      {entry.advice !== '' && <View className={styles.advice}>{entry.advice}</View>}
      <CallRow
        name={entry.name}
        number={entry.phone}
        hours={entry.hours}
        onCall={() => void answered.run({ communityPath, entryId: entry.id })}
      />
      {onInsist && <QuietButton onClick={onInsist}>{guideWords.insist}</QuietButton>}
    </View>
  )
}
