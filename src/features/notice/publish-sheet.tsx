import { View } from '@tarojs/components'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { common } from '@/copy/common'
import { notice, untilWords } from '@/copy/notice'
import { noticeForm as words } from '@/copy/notice-form'
import { momentWords } from '@/copy/time'
import { useNow } from '@/platform/use-now'
import { visitChoices, type NoticeDraft } from './notice-draft'
import type { Preview } from './reach-line'
import styles from './notice-form.module.scss'

interface PublishSheetProps {
  draft: NoticeDraft
  preview: Preview
  /** Why it was not taken just now. */
  refused: string | null
  isRunning: boolean
  onConfirm: () => void
  onClose: () => void
}

function Row({ name, children }: { name: string; children: string }) {
  return (
    <View className={styles.row}>
      <View className={styles.rowName}>{name}</View>
      <View className={styles.rowWords}>{children}</View>
    </View>
  )
}

/** Before it goes out: what, to whom, how many, until when. Mount it to open it. */
export function PublishSheet({ draft, preview, refused, isRunning, onConfirm, onClose }: PublishSheetProps) {
  const now = useNow()
  const { areas, expiresAt, isUrgent, publishAt, title, visitAfterHours } = draft
  const { data } = preview
  const visits = visitAfterHours !== null && visitChoices(draft, now).includes(visitAfterHours)
  return (
    <Sheet isOpen title={words.check} onClose={onClose}>
      <Row name={words.checkTitle}>{isUrgent ? `【${words.urgent}】${title.trim()}` : title.trim()}</Row>
      <Row name={words.checkTo}>{notice.areas(areas)}</Row>
      <Row name={words.checkCount}>
        {data ? words.counts(data.residents, data.households, data.needCare) : words.checkUncounted}
      </Row>
      <Row name={words.checkWhen}>{publishAt === null ? words.whenNow : momentWords(publishAt, now)}</Row>
      <Row name={words.checkUntil}>{expiresAt === null ? words.untilNone : untilWords(expiresAt, now)}</Row>
      {visits && <Row name={words.checkVisits}>{words.checkVisitsWords(visitAfterHours)}</Row>}
      {refused === null ? (
        <View className={styles.hint}>{words.checkHint}</View>
      ) : (
        <View className={styles.refused}>{refused}</View>
      )}
      <View className={styles.buttons}>
        <PrimaryButton isLoading={isRunning} onClick={onConfirm}>
          {publishAt === null ? words.confirm : words.confirmLater}
        </PrimaryButton>
        <QuietButton onClick={onClose}>{common.back}</QuietButton>
      </View>
    </Sheet>
  )
}
