import { useState } from 'react'
import { TextField } from '@/components/text-field'
import { officeWords as words } from '@/copy/handbook'
import { clockText, parseClock } from './clock'

interface ClockFieldProps {
  label: string
  /** Minutes of the day. */
  value: number
  onChange: (minutes: number) => void
}

/** A time of day to type: 8:30. What can't be read as one stays to be put right, and changes nothing. */
export function ClockField({ label, value, onChange }: ClockFieldProps) {
  const [text, setText] = useState(clockText(value))
  const type = (typed: string): void => {
    setText(typed)
    const minutes = parseClock(typed)
    if (minutes !== null) onChange(minutes)
  }
  const error = parseClock(text) === null ? words.clockWrong : undefined
  return <TextField label={label} value={text} maxLength={8} error={error} onChange={type} />
}
