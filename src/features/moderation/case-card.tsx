import { Text, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Photos } from '@/components/photos'
import { Tap } from '@/components/tap'
import { VoicePlayer } from '@/components/voice-player'
import {
  caseActionWords,
  caseEventWords,
  caseStateNames,
  moderationWords as words,
  reportReasonNames,
} from '@/copy/moderation'
import { agoWords, momentWords } from '@/copy/time'
import type { CaseAction, CaseView } from '@/domain/moderation/contract'
import { useNow } from '@/platform/use-now'
import styles from './case-card.module.scss'

function Original({ one: { author, isMine, original } }: { one: CaseView }) {
  const now = useNow()
  const { fileId, kind, sentAt, text } = original
  return (
    <View className={styles.original}>
      <View className={styles.who}>
        <View>{isMine ? words.saidMine : words.said(author.name)}</View>
        <View>{agoWords(sentAt, now)}</View>
      </View>
      {text !== '' && (
        <Text className={styles.text} userSelect>
          {text}
        </Text>
      )}
      {kind === 'image' && fileId && <Photos fileIds={[fileId]} />}
      {kind === 'voice' && fileId && <VoicePlayer voice={{ fileId, seconds: null }} />}
    </View>
  )
}

const noteWords = (note: string): string => (note === '' ? '' : words.note(note))

/** Whom it is about reads at once who did it and why. */
function Trail({ isMine, trail }: Pick<CaseView, 'isMine' | 'trail'>) {
  const now = useNow()
  const [isOpen, setOpen] = useState(isMine)
  if (trail.length === 0) return null
  return (
    <View>
      <Tap className={styles.fold} onClick={() => setOpen(!isOpen)}>
        <View>{words.trail}</View>
        <Icon name={isOpen ? 'up' : 'down'} size="small" />
      </Tap>
      {isOpen &&
        trail.map(({ at, by, event, note }, index) => (
          <View key={index} className={styles.event}>
            <View className={styles.what}>
              {caseEventWords[event](by?.name ?? words.neighbour, noteWords(note))}
            </View>
            <View className={styles.when}>{agoWords(at, now)}</View>
          </View>
        ))}
    </View>
  )
}

const reasonsOf = ({ reasons }: CaseView): string =>
  [...new Set(reasons)].map((reason) => reportReasonNames[reason]).join('、')

interface CaseCardProps {
  one: CaseView
  onAct: (action: CaseAction) => void
}

/** A matter of order: what was said, what was found wrong with it, what was done, and what I can do now. */
export function CaseCard({ one, onAct }: CaseCardProps) {
  const now = useNow()
  const { allowedActions, appeal, groupName, isMine, isRemoved, reportCount, silencedUntil, state } = one
  const lines: (ReactNode | false)[] = [
    !isMine && reportCount > 0 && words.reportedBy(reportCount, reasonsOf(one)),
    isRemoved && words.isRemoved,
    silencedUntil !== null && silencedUntil > now && words.silencedUntil(momentWords(silencedUntil, now)),
    appeal && words.appealWords(appeal.words),
    state === 'appealed' && !isMine && !allowedActions.includes('decide') && words.judgedByOthers,
  ]
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.group}>{groupName}</View>
        <View className={classNames(styles.state, styles[state])}>{caseStateNames[state]}</View>
      </View>
      <Original one={one} />
      {lines.filter(Boolean).map((line, index) => (
        <View key={index} className={styles.line}>
          {line}
        </View>
      ))}
      <Trail {...one} />
      {allowedActions.length > 0 && (
        <View className={styles.buttons}>
          {allowedActions.map((action) => (
            <QuietButton key={action} isCompact onClick={() => onAct(action)}>
              {caseActionWords[action]}
            </QuietButton>
          ))}
        </View>
      )}
    </Card>
  )
}
