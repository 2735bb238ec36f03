import { View } from '@tarojs/components'
import { useState } from 'react'
import { DangerButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { ReasonSheet } from '@/components/reason-sheet'
import { notice as words } from '@/copy/notice'
import type { NoticeView } from '@/domain/notice/contract'
import { commonPace } from '@/domain/notice/schema'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import { isOut } from './notice-head'
import { ReadBar } from './read-bar'
import { UnreadSheet } from './unread-sheet'
import styles from './keeper-panel.module.scss'

type Asked = 'unread' | 'remind' | 'withdraw'

/** For those who keep a notice: how far it has come, who has not read it, a reminder, taking it back. */
export function KeeperPanel({ notice }: { notice: NoticeView }) {
  const now = useNow()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = (): void => setAsked(null)
  const { _id, allowedActions, reach, remindedAt, visitAt } = notice
  if (!reach && allowedActions.length === 0) return null
  const isTooSoon = isOut(notice) && remindedAt !== null && now - remindedAt < commonPace
  return (
    <Card id="notice-keeper">
      <View className={styles.title}>{words.reachTitle}</View>
      {reach && <ReadBar reach={reach} onOpen={() => setAsked('unread')} />}
      {reach && <View className={styles.words}>{words.reachPeople(reach.read, reach.residents)}</View>}
      {visitAt !== null && isOut(notice) && visitAt > now && (
        <View className={styles.words}>{words.visitsAt(visitAt, now)}</View>
      )}
      {isTooSoon && <View className={styles.words}>{words.remindAgainAt(remindedAt + commonPace, now)}</View>}
      <View className={styles.buttons}>
        {allowedActions.includes('remind') && (
          <QuietButton onClick={() => setAsked('remind')}>{words.remind}</QuietButton>
        )}
        {allowedActions.includes('withdraw') && (
          <DangerButton onClick={() => setAsked('withdraw')}>{words.withdraw}</DangerButton>
        )}
      </View>
      {asked === 'unread' && <UnreadSheet noticeId={_id} onClose={close} />}
      {asked === 'remind' && <RemindSheet notice={notice} onClose={close} />}
      {asked === 'withdraw' && <WithdrawSheet notice={notice} onClose={close} />}
    </Card>
  )
}

interface SheetProps {
  notice: NoticeView
  onClose: () => void
}

function RemindSheet({ notice: { _id, reach }, onClose }: SheetProps) {
  const { run, isRunning } = useCommands()
  const remind = async (): Promise<void> => {
    if (!(await run('notice.remind', { noticeId: _id }))) return
    toast(words.reminded)
    onClose()
  }
  const left = reach ? Math.max(0, reach.households - reach.readHouseholds) : 0
  return (
    <ConfirmSheet
      isOpen
      title={words.remindCheck}
      consequence={words.remindWho(left)}
      confirmWords={words.remind}
      isRunning={isRunning}
      onConfirm={() => void remind()}
      onClose={onClose}
    />
  )
}

function WithdrawSheet({ notice: { _id }, onClose }: SheetProps) {
  const { run, isRunning } = useCommands()
  const withdraw = async (reason: string): Promise<void> => {
    if (!(await run('notice.withdraw', { noticeId: _id, reason }))) return
    toast(words.withdrew)
    onClose()
  }
  return (
    <ReasonSheet
      title={words.withdrawCheck}
      consequence={words.withdrawWhat}
      reasons={words.withdrawReasons}
      wordsLabel={words.withdrawWords}
      maxLength={100}
      confirmWords={words.withdraw}
      isRunning={isRunning}
      onConfirm={(reason) => void withdraw(reason)}
      onClose={onClose}
    />
  )
}
