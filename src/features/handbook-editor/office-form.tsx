import { TextField } from '@/components/text-field'
import { handbookWords, officeWords as words } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import { handbookSchema } from '@/domain/handbook/schema'
import { HoursFields, type Office } from './hours-fields'
import { MeanwhileNote } from './meanwhile-note'
import { SaveForm } from './save-form'
import { useDraft } from './use-draft'
import { useSave } from './use-save'

/** What keeps office hours from being saved. */
function wrongIn({ calendar, phone }: Office): string[] {
  const isMixed = calendar.hours.some(
    ({ from, to }, at) => from >= to || from < (calendar.hours[at - 1]?.to ?? 0),
  )
  const rows: [boolean, string][] = [
    [calendar.weekdays.length === 0, words.noWeekday],
    [isMixed, words.spanWrong],
    [!handbookSchema.shape.phone.safeParse(phone).success, words.phoneWrong],
  ]
  return rows.filter(([isWrong]) => isWrong).map(([, sentence]) => sentence)
}

/** When the office works, when nobody is disturbed, and its number. */
export function OfficeForm({ handbook }: { handbook: HandbookView }) {
  const { calendar: current, quiet, phone, version, trail } = handbook
  const draft = useDraft<Office>({ calendar: current, quiet, phone }, version)
  const { save, isSaving } = useSave(handbook)
  const { value, change } = draft
  const keep = async (note: string): Promise<void> => {
    const saved = await save('handbook.putOffice', { ...value, note }, handbookWords.saved)
    if (saved !== null) draft.settle(saved)
  }
  return (
    <SaveForm wrong={wrongIn(value)} isSaving={isSaving} onSave={(note) => void keep(note)}>
      <MeanwhileNote draft={draft} trail={trail} />
      <HoursFields key={draft.key} value={value} change={change} />
      <TextField
        label={words.phone}
        value={value.phone}
        maxLength={20}
        onChange={(next) => change({ phone: next })}
      />
    </SaveForm>
  )
}
