import { Input } from '@tarojs/components'
import { joiningWords } from '@/copy/join'
import styles from './join-form.module.scss'

interface Changed {
  detail?: { value?: string }
}

/** A name to go by: WeChat offers the person's own above the keyboard, and tells of it only when the field is left. */
export function NicknameInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const take = ({ detail }: Changed): void => {
    if (detail?.value !== undefined && detail.value !== value) onChange(detail.value)
  }
  return (
    <Input
      id="join-nickname"
      className={styles.nickname}
      type="nickname"
      maxlength={20}
      cursorSpacing={60}
      value={value}
      placeholder={joiningWords.namePlaceholder}
      aria-label={joiningWords.name}
      onInput={take}
      onBlur={take}
    />
  )
}
