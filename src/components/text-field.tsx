import { Input, Textarea } from '@tarojs/components'
import { identity } from './aria'
import { Field } from './field'
import styles from './text-field.module.scss'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  hint?: string
  error?: string
  maxLength?: number
  isMultiline?: boolean
  /** Which keyboard comes up. */
  type?: 'text' | 'number'
  id?: string
}

/** Words to write, under their question. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, placeholder, hint, error, maxLength = 140, isMultiline, type, id } = props
  const onInput = (event: { detail: { value: string } }): void => onChange(event.detail.value)
  const shared = {
    ...identity(id),
    value,
    placeholder,
    maxlength: maxLength,
    'aria-label': label,
    placeholderClass: styles.placeholder,
    onInput,
  }
  return (
    <Field label={label} hint={hint} error={error}>
      {isMultiline ? (
        <Textarea className={styles.area} cursorSpacing={120} {...shared} />
      ) : (
        <Input className={styles.input} type={type ?? 'text'} cursorSpacing={60} {...shared} />
      )}
    </Field>
  )
}
