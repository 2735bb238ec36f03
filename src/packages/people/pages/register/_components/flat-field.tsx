import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { homeWords, registering } from '@/copy/residents'
import { isGrid } from '@/domain/shared/area'
import type { DraftState } from './use-draft'
import type { FlatState } from './use-flat'
import styles from '../index.module.scss'

interface FlatFieldProps {
  form: DraftState
  found: FlatState
}

/** The door, and whether the office's list has it. */
export function FlatField({ form: { change, draft, isRoomWrong }, found }: FlatFieldProps) {
  const { isUnknown, matches } = found
  const [only] = matches
  const isElsewhere = isUnknown && isGrid(draft.area.areaPath)
  const error = isRoomWrong ? registering.flatWrong : isElsewhere ? registering.flatNotMine : undefined
  return (
    <View>
      <TextField
        label={registering.flat}
        placeholder={registering.flatHint}
        error={error}
        value={draft.roomNumber}
        maxLength={8}
        onChange={(roomNumber) => change({ roomNumber, flatId: null, guardianId: null })}
      />
      {only && matches.length === 1 && (
        <View className={styles.known}>{registering.flatKnown(homeWords(only))}</View>
      )}
      {isUnknown && !isElsewhere && <View className={styles.doubt}>{registering.flatUnknown}</View>}
      {matches.length > 1 && (
        <Field label={registering.flatWhich}>
          <Choices
            choices={matches.map(({ _id, areaName }) => ({ value: _id, label: areaName }))}
            isChosen={(id) => id === draft.flatId}
            onChoose={(flatId) => change({ flatId, guardianId: null })}
          />
        </Field>
      )}
    </View>
  )
}
