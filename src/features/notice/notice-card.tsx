import { Text, View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { notice as words } from '@/copy/notice'
import type { NoticeView } from '@/domain/notice/contract'
import { useCommand } from '@/features/session/use-command'
import { useConsent } from '@/features/session/use-consent'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import { isOut, NoticeHead, standingWords } from './notice-head'
import { ReadBar } from './read-bar'
import styles from './notice-card.module.scss'

interface NoticeCardProps {
  notice: NoticeView
  /** Asks who has not read it: for those who may know. */
  onWho: (noticeId: string) => void
}

/** A notice as it stands in the chat: read it, say so; its keepers see how far it has come. */
export function NoticeCard({ notice, onWho }: NoticeCardProps) {
  const now = useNow()
  const { run, isRunning } = useCommand('notice.read')
  const ask = useConsent()
  const read = (): void => {
    void ask('notice')
    void run({ noticeId: _id })
  }
  const { _id, areas, author, button, isRead, photoFileIds, reach, text, title } = notice
  const standing = standingWords(notice, now)
  return (
    <Card id={`notice-${_id}`} isLate={notice.isUrgent && isOut(notice)}>
      <NoticeHead notice={notice} />
      <View className={styles.title}>{title}</View>
      <Text className={styles.text} userSelect>
        {text}
      </Text>
      <View className={styles.by}>{words.by(author.name, areas)}</View>
      {standing && <View className={styles.by}>{standing}</View>}
      <View className={styles.foot}>
        {isRead && (
          <View className={styles.read}>
            <Icon name="check" size="small" colour="jade" />
            <View>{words.isRead}</View>
          </View>
        )}
        {!isRead && isOut(notice) && (
          <QuietButton isLoading={isRunning} onClick={read}>
            {words.gotIt}
          </QuietButton>
        )}
        {(button !== null || photoFileIds.length > 0) && (
          <QuietButton onClick={() => open(routes.notices(_id))}>{words.seeWhole}</QuietButton>
        )}
      </View>
      {reach && <ReadBar reach={reach} onOpen={() => onWho(_id)} />}
    </Card>
  )
}
