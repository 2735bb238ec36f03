import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { moderationWords as words } from '@/copy/moderation'
import type { CaseView } from '@/domain/moderation/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from './case-sheets.module.scss'

interface CaseSheetProps {
  one: CaseView
  onClose: () => void
}

interface EndingProps extends CaseSheetProps {
  action: 'moderation.dismiss' | 'moderation.lift'
  title: string
  why: string
  done: string
}

function EndingSheet({ action, done, one, onClose, title, why }: EndingProps) {
  const { run, isRunning } = useCommand(action)
  const end = async (note: string): Promise<void> => {
    if (await run({ caseId: one._id, note })) toast(done)
    onClose()
  }
  return (
    <ConfirmSheet
      isOpen
      title={title}
      consequence={why}
      reason={{ label: words.dismissNote, isOptional: true, maxLength: 100 }}
      confirmWords={done}
      isRunning={isRunning}
      onConfirm={(note) => void end(note)}
      onClose={onClose}
    />
  )
}

/** There was nothing wrong with it. Mount it to open it. */
export const DismissSheet = (props: CaseSheetProps) => (
  <EndingSheet
    {...props}
    action="moderation.dismiss"
    title={words.dismissTitle}
    why={words.dismissWhy}
    done={words.dismissed}
  />
)

/** Their pause ends now. Mount it to open it. */
export const LiftSheet = (props: CaseSheetProps) => (
  <EndingSheet
    {...props}
    action="moderation.lift"
    title={words.liftTitle}
    why={words.liftWhy}
    done={words.lifted}
  />
)

/** I object to what was done with my words: once. Mount it to open it. */
export function AppealSheet({ one, onClose }: CaseSheetProps) {
  const { run, isRunning } = useCommand('moderation.appeal')
  const [said, setSaid] = useState('')
  const appeal = async (): Promise<void> => {
    if (await run({ caseId: one._id, words: said.trim() })) {
      toast(words.appealSent)
      onClose()
    }
  }
  return (
    <Sheet isOpen title={words.appealTitle} onClose={onClose}>
      <View className={styles.why}>{words.appealWhy}</View>
      <TextField isMultiline label={words.appealField} value={said} maxLength={300} onChange={setSaid} />
      <PrimaryButton isDisabled={said.trim().length < 2} isLoading={isRunning} onClick={() => void appeal()}>
        {words.appealSend}
      </PrimaryButton>
    </Sheet>
  )
}

/** On an objection: it stays, or is taken back; with a reason that its author reads. Mount it to open it. */
export function DecideSheet({ one, onClose }: CaseSheetProps) {
  const { run, isRunning } = useCommand('moderation.decide')
  const [isUpheld, setUpheld] = useState<boolean | null>(null)
  const [note, setNote] = useState('')
  const decide = async (): Promise<void> => {
    if (isUpheld === null) return
    if (await run({ caseId: one._id, isUpheld, note: note.trim() })) toast(words.decided)
    onClose()
  }
  return (
    <Sheet isOpen title={words.decideTitle} onClose={onClose}>
      {one.appeal && <View className={styles.why}>{words.appealWords(one.appeal.words)}</View>}
      <Choices
        choices={[
          { value: true, label: words.uphold },
          { value: false, label: words.revoke },
        ]}
        isChosen={(value) => value === isUpheld}
        onChoose={setUpheld}
      />
      <View className={styles.why}>{words.decideWhy}</View>
      <Choices
        choices={words.decideReasons.map((value) => ({ value: value as string, label: value }))}
        isChosen={(value) => value === note}
        onChoose={setNote}
      />
      <View className={styles.gap} />
      <TextField isMultiline label={words.decideNote} value={note} maxLength={100} onChange={setNote} />
      <PrimaryButton
        isDisabled={isUpheld === null || note.trim().length < 2}
        isLoading={isRunning}
        onClick={() => void decide()}
      >
        {words.decideSend}
      </PrimaryButton>
    </Sheet>
  )
}
