import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { QuietButton } from '@/components/button'
import { handbookWords as words } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import type { Draft } from './use-draft'
import styles from './editor.module.scss'

interface MeanwhileNoteProps {
  draft: Pick<Draft<object>, 'meanwhile' | 'takeTheirs'>
  trail: HandbookView['trail']
}

/** Someone else has just saved: what that means for what I have written, which is all still here. */
export function MeanwhileNote({ draft, trail }: MeanwhileNoteProps) {
  if (draft.meanwhile === 'none') return null
  const isHere = draft.meanwhile === 'here'
  const who = trail?.[trail.length - 1]?.byName ?? words.colleague
  return (
    <View className={styles.meanwhile} {...aria('alert')}>
      <View>{isHere ? words.meanwhileHere(who) : words.meanwhileElsewhere}</View>
      {isHere && (
        <QuietButton isCompact onClick={draft.takeTheirs}>
          {words.takeTheirs}
        </QuietButton>
      )}
    </View>
  )
}
