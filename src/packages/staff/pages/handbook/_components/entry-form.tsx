import Taro from '@tarojs/taro'
import { TextField } from '@/components/text-field'
import { entryWords as words, entryWrong, handbookWords } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import { guideEntrySchema, type GuideEntry } from '@/domain/handbook/schema'
import { MeanwhileNote } from '@/features/handbook-editor/meanwhile-note'
import { SaveForm } from '@/features/handbook-editor/save-form'
import { useDraft } from '@/features/handbook-editor/use-draft'
import { useSave } from '@/features/handbook-editor/use-save'
import { WordsField } from '@/features/handbook-editor/words-field'
import { wrongFields } from '@/features/handbook-editor/wrong-fields'
import { RemoveEntry } from './remove-entry'

interface EntryFormProps {
  handbook: HandbookView
  entry: GuideEntry
  isNew: boolean
}

/** Whose job it is, and their number. */
export function EntryForm({ handbook, entry, isNew }: EntryFormProps) {
  const draft = useDraft(entry, handbook.version)
  const { save, isSaving } = useSave(handbook)
  const { value, change } = draft
  const keep = async (note: string): Promise<void> => {
    const saved = await save('handbook.putGuideEntry', { entry: value, note }, handbookWords.saved)
    if (saved !== null) void Taro.navigateBack()
  }
  const field = (key: 'matter' | 'name' | 'phone' | 'hours' | 'advice', maxLength: number) => (
    <TextField
      label={words[key]}
      value={value[key]}
      placeholder={words[`${key}Placeholder`]}
      maxLength={maxLength}
      onChange={(typed) => change({ [key]: typed })}
    />
  )
  return (
    <>
      <SaveForm
        wrong={wrongFields(guideEntrySchema, value, entryWrong)}
        isSaving={isSaving}
        onSave={(note) => void keep(note)}
      >
        <MeanwhileNote draft={draft} trail={handbook.trail} />
        {field('matter', 30)}
        <WordsField
          label={words.words}
          hint={words.wordsHint}
          addLabel={words.wordsAdd}
          values={value.words}
          most={20}
          onChange={(everyday) => change({ words: everyday })}
        />
        {field('name', 30)}
        {field('phone', 20)}
        {field('hours', 30)}
        {field('advice', 80)}
      </SaveForm>
      {!isNew && <RemoveEntry handbook={handbook} entry={entry} />}
    </>
  )
}
