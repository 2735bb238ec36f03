import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Field } from '@/components/field'
import { DayChoice } from '@/components/moment-choice'
import { TextField } from '@/components/text-field'
import { promise as words } from '@/copy/promise'
import { useCommand } from '@/features/session/use-command'
import { useConsent } from '@/features/session/use-consent'
import { useNow } from '@/platform/use-now'
import { dueOn, firstDay, lastDay, tomorrow } from './due-day'

interface MakeFormProps {
  groupPath: string
  seq: number
  /** It is promised: with what to say. */
  onDone: (words: string) => void
}

/** "I'll tell you the moment I hear": what, and by which day. */
export function MakeForm({ groupPath, seq, onDone }: MakeFormProps) {
  const now = useNow()
  const { run, isRunning } = useCommand('promise.make')
  const ask = useConsent()
  const [said, setSaid] = useState<string>(words.usual)
  const [day, setDay] = useState(() => tomorrow(Date.now()))
  const isShort = said.trim().length < 2
  const make = async (): Promise<void> => {
    void ask('promise')
    if (await run({ groupPath, seq, words: said.trim(), dueAt: dueOn(day) })) onDone(words.made)
  }
  return (
    <View>
      <TextField
        isMultiline
        label={words.makeWords}
        value={said}
        maxLength={200}
        error={isShort ? words.wordsShort : undefined}
        onChange={setSaid}
      />
      <Field label={words.makeDay} hint={words.makeHint}>
        <DayChoice day={day} now={now} from={firstDay(now)} count={5} last={lastDay} onChange={setDay} />
      </Field>
      <PrimaryButton isLoading={isRunning} isDisabled={isShort} onClick={() => void make()}>
        {words.makeConfirm}
      </PrimaryButton>
    </View>
  )
}
