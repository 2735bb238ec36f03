import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { serviceWords as words } from '@/copy/handbook'
import type { GuideEntry } from '@/domain/handbook/schema'
import styles from './editor.module.scss'

interface WhoseFieldProps {
  guide: readonly GuideEntry[]
  guideId: string | null
  onChange: (guideId: string | null) => void
}

/** Whose job it is: the office's, or that of a line of the guide, which are shown once one asks for them. */
export function WhoseField({ guide, guideId, onChange }: WhoseFieldProps) {
  const [isOthers, setIsOthers] = useState(guideId !== null)
  const choose = (others: boolean): void => {
    setIsOthers(others)
    if (!others) onChange(null)
  }
  const entries = guide.map(({ id, matter, name }) => ({ value: id, label: `${matter}（${name}）` }))
  return (
    <Field label={words.whose} hint={words.whoseHint}>
      <Choices
        choices={[
          { value: false, label: words.ours },
          { value: true, label: words.others },
        ]}
        isChosen={(value) => value === isOthers}
        onChoose={choose}
      />
      {isOthers && <View className={styles.gap} />}
      {isOthers && <Choices choices={entries} isChosen={(value) => value === guideId} onChoose={onChange} />}
    </Field>
  )
}
