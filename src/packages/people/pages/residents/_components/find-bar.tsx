import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { TextField } from '@/components/text-field'
import { finding } from '@/copy/residents'
import { roomNumberSchema } from '@/domain/account/schema'
import styles from '../index.module.scss'

/** What is looked for: a name, a flat, or a name in a flat. */
export interface Sought {
  name: string
  flat: string
}

interface FindBarProps {
  /** A flat alone can be found in a building, not in a whole estate. */
  hasFlats: boolean
  isFinding: boolean
  onFind: (sought: Sought | null) => void
}

/** Two fields in one bar: by name, by flat. */
export function FindBar({ hasFlats, isFinding, onFind }: FindBarProps) {
  const [name, setName] = useState('')
  const [flat, setFlat] = useState('')
  const [first, room] = [name.trim(), flat.trim()]
  const isRoom = room === '' || roomNumberSchema.safeParse(room).success
  const needsPlace = room !== '' && first === '' && !hasFlats
  const error = isRoom ? (needsPlace ? finding.flatWide : undefined) : finding.flatWrong
  const clear = (): void => {
    setName('')
    setFlat('')
    onFind(null)
  }
  return (
    <Card>
      <View className={styles.finder}>
        <TextField label={finding.name} value={name} maxLength={20} onChange={setName} />
        <TextField
          label={finding.flat}
          placeholder={finding.flatHint}
          error={error}
          value={flat}
          maxLength={8}
          onChange={setFlat}
        />
      </View>
      <View className={styles.buttons}>
        <PrimaryButton
          isCompact
          isDisabled={(first === '' && room === '') || error !== undefined}
          onClick={() => onFind({ name: first, flat: room })}
        >
          {finding.find}
        </PrimaryButton>
        {isFinding && (
          <QuietButton isCompact onClick={clear}>
            {finding.all}
          </QuietButton>
        )}
      </View>
    </Card>
  )
}
