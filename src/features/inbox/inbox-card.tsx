import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Tap } from '@/components/tap'
import { inbox as words, saidWords } from '@/copy/inbox'
import { agoWords } from '@/copy/time'
import type { InboxItemView } from '@/domain/inbox/contract'
import { useNow } from '@/platform/use-now'
import { openMessage } from '@/routes'
import { ReplyField, type LateReply } from './reply-field'
import styles from './inbox.module.scss'

interface InboxCardProps {
  item: InboxItemView
  onLate: (late: LateReply) => void
  onPromise: () => void
  onSkip: () => void
  onReopen: () => void
}

/** Something said in a group that wants an answer: who, where, when; and what can be done about it here. */
export function InboxCard({ item, onLate, onPromise, onSkip, onReopen }: InboxCardProps) {
  const now = useNow()
  const [isReplying, setReplying] = useState(false)
  const { answered, asked, groupName, groupPath, isOpen, kind, seq } = item
  const text = saidWords(item)
  const { name } = asked.by
  return (
    <Card>
      <View className={styles.head}>
        <View className={classNames(styles.kind, kind === 'mention' && styles.mention)}>
          {words.kinds[kind]}
        </View>
        <View>{words.from(name, groupName)}</View>
        <View className={styles.when}>{agoWords(asked.at, now)}</View>
      </View>
      <Tap
        className={styles.text}
        label={`${words.see(name)}：${text}`}
        onClick={() => openMessage(groupPath, seq)}
      >
        {text}
      </Tap>
      {isOpen && isReplying && <ReplyField item={item} onLate={onLate} onClose={() => setReplying(false)} />}
      {isOpen && !isReplying && (
        <View className={styles.buttons}>
          <QuietButton isCompact label={words.replyTo(name)} onClick={() => setReplying(true)}>
            {words.reply}
          </QuietButton>
          <QuietButton isCompact onClick={onPromise}>
            {words.promise}
          </QuietButton>
          <QuietButton isCompact label={words.skipOf(name)} onClick={onSkip}>
            {words.skip}
          </QuietButton>
        </View>
      )}
      {!isOpen && answered && (
        <View className={styles.answered}>
          <View>{words.answeredBy(answered.by.name, answered.at, now)}</View>
          <QuietButton isCompact onClick={onReopen}>
            {words.undo}
          </QuietButton>
        </View>
      )}
    </Card>
  )
}
