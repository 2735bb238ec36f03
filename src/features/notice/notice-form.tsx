import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { notice as words, wholeAreaWords } from '@/copy/notice'
import { levelOf } from '@/domain/shared/area'
import { useCommand } from '@/features/session/use-command'
import { randomId } from '@/platform/random-id'
import { toast } from '@/platform/toast'
import type { CareArea } from './caretaking'
import { forgetNoticeDraft, keepNoticeDraft, keptDraft, lacking, type NoticeDraft } from './notice-draft'

const newDraft = (areaPath: string): NoticeDraft => ({ requestId: randomId(), areaPath, title: '', text: '' })

/** 幸福里小区 4栋（整栋楼）: whom a choice reaches. */
const labelOf = ({ areaName, areaPath }: CareArea): string =>
  `${areaName}（${wholeAreaWords[levelOf(areaPath)]}）`

/** Writes a notice: to whom, what; before it goes out, whom it reaches. */
export function NoticeForm({ areas, onPublished }: { areas: readonly CareArea[]; onPublished: () => void }) {
  const firstPath = areas[0]?.areaPath ?? ''
  const [draft, setDraft] = useState(() => keptDraft() ?? newDraft(firstPath))
  const [hasTried, setHasTried] = useState(false)
  const [isChecking, setIsChecking] = useState(false)
  const { run, isRunning } = useCommand('notice.publish')

  const area = areas.find(({ areaPath }) => areaPath === draft.areaPath) ?? areas[0]
  const lack = lacking(draft)
  const write = (change: Partial<NoticeDraft>): void => {
    // Other words are another notice.
    const next = { ...draft, ...change, requestId: randomId() }
    setDraft(next)
    keepNoticeDraft(next)
  }
  const check = (): void => {
    setHasTried(true)
    if (!lack.title && !lack.text) setIsChecking(true)
  }
  const publish = async (): Promise<void> => {
    if (!area) return
    const { requestId, title, text } = draft
    const output = await run({ areaPath: area.areaPath, title, text }, { requestId })
    if (!output) return
    forgetNoticeDraft()
    setDraft(newDraft(area.areaPath))
    setHasTried(false)
    setIsChecking(false)
    toast(words.published)
    onPublished()
  }

  if (!area) return null
  return (
    <View>
      <Field label={words.area}>
        <Choices
          choices={areas.map((one) => ({ value: one.areaPath, label: labelOf(one) }))}
          isChosen={(areaPath) => areaPath === area.areaPath}
          onChoose={(areaPath) => write({ areaPath })}
        />
      </Field>
      <TextField
        label={words.title}
        placeholder={words.titleField}
        value={draft.title}
        maxLength={40}
        error={hasTried && lack.title ? words.titleShort : undefined}
        onChange={(title) => write({ title })}
      />
      <TextField
        isMultiline
        label={words.text}
        placeholder={words.textField}
        value={draft.text}
        maxLength={1000}
        error={hasTried && lack.text ? words.textShort : undefined}
        onChange={(text) => write({ text })}
      />
      <PrimaryButton onClick={check}>{words.publish}</PrimaryButton>
      <ConfirmSheet
        isOpen={isChecking}
        title={words.check}
        consequence={words.reaches(area.areaName, draft.title.trim())}
        confirmWords={words.confirm}
        isRunning={isRunning}
        onConfirm={() => void publish()}
        onClose={() => setIsChecking(false)}
      />
    </View>
  )
}
