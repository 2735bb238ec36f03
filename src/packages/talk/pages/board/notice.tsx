import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Icon } from '@/components/icon'
import { Photos } from '@/components/photos'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { notice as words } from '@/copy/notice'
import type { NoticeView } from '@/domain/notice/contract'
import { ButtonRow } from '@/features/notice/button-row'
import { KeeperPanel } from '@/features/notice/keeper-panel'
import { isOut, NoticeHead, standingWords } from '@/features/notice/notice-head'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { useConsent } from '@/features/session/use-consent'
import { useNow } from '@/platform/use-now'
import { openInstead, routes } from '@/routes'
import styles from './notice.module.scss'

function Whole({ notice }: { notice: NoticeView }) {
  const now = useNow()
  const { areas, author, isRead, photoFileIds, photosRefused, text, title } = notice
  const standing = standingWords(notice, now)
  return (
    <Card isLate={notice.isUrgent && isOut(notice)}>
      <NoticeHead notice={notice} />
      <View className={styles.title}>{title}</View>
      {standing && <View className={styles.standing}>{standing}</View>}
      <Text className={styles.text} userSelect>
        {text}
      </Text>
      <Photos fileIds={photoFileIds} />
      {photosRefused > 0 && <View className={styles.by}>{words.photosRefused(photosRefused)}</View>}
      <View className={styles.by}>{words.by(author.name, areas)}</View>
      {isOut(notice) && (
        <View className={styles.button}>
          <ButtonRow notice={notice} />
        </View>
      )}
      {isRead && (
        <View className={styles.read}>
          <Icon name="check" size="small" colour="jade" />
          <View>{words.isRead}</View>
        </View>
      )}
    </Card>
  )
}

/** One notice of the board: read whole, and said so; its keepers see how far it has come. */
export default function NoticePage() {
  const { id = '' } = useRouter().params
  const { data, error, refetch } = useAction('notice.get', { noticeId: id })
  const { run, isRunning } = useCommand('notice.read')
  const ask = useConsent()
  const read = (): void => {
    // Of the next one that stays unread they are reminded.
    void ask('notice')
    void run({ noticeId: id })
  }
  const notice = data?.notice
  const gotIt = notice && !notice.isRead && isOut(notice) && (
    <PrimaryButton isLoading={isRunning} onClick={read}>
      {words.gotIt}
    </PrimaryButton>
  )
  return (
    <Screen action={gotIt}>
      {!notice && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={1} />)}
      {notice && <Whole notice={notice} />}
      {notice && <KeeperPanel notice={notice} />}
      <View className={styles.all}>
        <QuietButton onClick={() => openInstead(routes.notices())}>{words.boardTitle}</QuietButton>
      </View>
    </Screen>
  )
}
