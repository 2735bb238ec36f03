import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { PhotoPicker } from '@/components/photo-picker'
import { TextField } from '@/components/text-field'
import { noticeForm as words } from '@/copy/notice-form'
import { mostPhotos } from '@/domain/notice/schema'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import { AreaChoice } from './area-choice'
import { ButtonFields } from './button-fields'
import type { CareArea } from './caretaking'
import { inputOf, lacksOf, type Lack, type NoticeDraft } from './notice-draft'
import { PublishSheet } from './publish-sheet'
import { ReachLine, usePreview } from './reach-line'
import { useNoticeDraft } from './use-notice-draft'
import { useServices } from './use-services'
import { WhenFields } from './when-fields'
import styles from './notice-form.module.scss'

interface NoticeFormProps {
  /** Those that I look after. */
  roots: readonly CareArea[]
  onPublished: () => void
}

/** What the office is told where a notice was not taken for its pace; null: it was something else. */
function refusalOf(error: unknown, now: Timestamp): string | null {
  if (!(error instanceof AppError) || error.code !== 'LimitReached') return null
  const { retryAt } = error.details
  return typeof retryAt === 'number' ? words.limited(retryAt, now) : words.limitedNow
}

/** Writes a notice: to whom, what, until when; before it goes out, whom it reaches. */
export function NoticeForm({ roots, onPublished }: NoticeFormProps) {
  const now = useNow()
  const { draft, isRestored, restart, write } = useNoticeDraft(roots)
  const preview = usePreview(draft)
  const source = useServices(
    [...draft.areas, ...roots].map(({ areaPath }) => areaPath),
    draft.button.kind === 'order',
  )
  const [hasTried, setHasTried] = useState(false)
  const [isChecking, setIsChecking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { run, isRunning } = useCommand('notice.publish')
  const lacks = hasTried ? lacksOf(draft, now) : []

  const change = (part: Partial<NoticeDraft>): void => {
    setRefused(null)
    write(part)
  }
  const check = (): void => {
    setHasTried(true)
    if (lacksOf(draft, Date.now()).length === 0) setIsChecking(true)
  }
  const publish = async (): Promise<void> => {
    const onFailure = (error: unknown): boolean => {
      const refusal = refusalOf(error, Date.now())
      setRefused(refusal)
      return refusal !== null
    }
    const output = await run(inputOf(draft, now), { requestId: draft.requestId, onFailure })
    if (!output) return
    toast(draft.publishAt === null ? words.sent : words.scheduled)
    restart()
    setHasTried(false)
    setIsChecking(false)
    onPublished()
  }

  return (
    <View>
      {isRestored && (
        <View className={styles.restored}>
          <View>{words.restored}</View>
          <QuietButton isCompact onClick={restart}>
            {words.restart}
          </QuietButton>
        </View>
      )}
      <Card>
        <AreaChoice
          roots={roots}
          chosen={draft.areas}
          error={lacks.includes('areas') ? words.areaMissing : undefined}
          onChange={(areas) => change({ areas })}
        />
        <ReachLine preview={preview} draft={draft} onWait={(publishAt) => change({ publishAt })} />
      </Card>
      <Words draft={draft} lacks={lacks} write={change} />
      <Card>
        <ButtonFields
          button={draft.button}
          source={source}
          lacks={lacks}
          onChange={(button) => change({ button })}
        />
      </Card>
      <Card>
        <WhenFields draft={draft} now={now} lacks={lacks} write={change} />
      </Card>
      {refused !== null && <View className={styles.refused}>{refused}</View>}
      <PrimaryButton onClick={check}>
        {draft.publishAt === null ? words.publish : words.schedule}
      </PrimaryButton>
      {isChecking && (
        <PublishSheet
          draft={draft}
          preview={preview}
          refused={refused}
          isRunning={isRunning}
          onConfirm={() => void publish()}
          onClose={() => setIsChecking(false)}
        />
      )}
    </View>
  )
}

interface WordsProps {
  draft: NoticeDraft
  lacks: readonly Lack[]
  write: (change: Partial<NoticeDraft>) => void
}

/** What it says, and its pictures. */
function Words({ draft: { photoFileIds, text, title }, lacks, write }: WordsProps) {
  return (
    <Card>
      <TextField
        label={words.title}
        placeholder={words.titleField}
        value={title}
        maxLength={40}
        error={lacks.includes('title') ? words.titleShort : undefined}
        onChange={(next) => write({ title: next })}
      />
      <TextField
        isMultiline
        label={words.text}
        placeholder={words.textField}
        value={text}
        maxLength={1000}
        hint={words.textCount(text.length, 1000)}
        error={lacks.includes('text') ? words.textShort : undefined}
        onChange={(next) => write({ text: next })}
      />
      <Field label={words.photos}>
        <PhotoPicker
          fileIds={photoFileIds}
          max={mostPhotos}
          onChange={(next) => write({ photoFileIds: next })}
        />
      </Field>
    </Card>
  )
}
