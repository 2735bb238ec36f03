import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { buildingWords as words } from '@/copy/place'
import { roomNumberSchema } from '@/domain/account/schema'
import { floorOf, floorSchema } from '@/domain/place/schema'
import type { AreaPath } from '@/domain/shared/area'
import { RegisterFields, written, type Register } from './register-fields'

export interface FlatDraft {
  areaPath: AreaPath
  roomNumber: string
  floor: string
  register: Register
}

export interface FlatInput {
  areaPath: AreaPath
  roomNumber: string
  floor: number | null
  register: Register
}

/** What is wrong with it, by field; nothing: it can be sent. */
function wrongWith({ roomNumber, floor }: FlatDraft): { room?: string; floor?: string } {
  if (!roomNumberSchema.safeParse(roomNumber).success) return { room: words.roomWrong }
  if (floor.trim() === '') return {}
  const number = Number(floor)
  const told = floorOf(roomNumber.trim())
  const isFloor = floorSchema.safeParse(number).success
  return isFloor && (told === null || told === Math.abs(number)) ? {} : { floor: words.floorWrong }
}

const inputOf = ({ areaPath, roomNumber, floor, register }: FlatDraft): FlatInput => ({
  areaPath,
  roomNumber: roomNumber.trim(),
  floor: floor.trim() === '' ? null : Number(floor),
  register: written(register),
})

interface FlatFormProps {
  draft: FlatDraft
  /** Where a new flat may lie; none: it is there already, and its number stays. */
  places: readonly { areaPath: AreaPath; name: string }[]
  isRunning: boolean
  onSave: (flat: FlatInput) => void
}

/** A flat, by hand. */
export function FlatForm({ draft: before, places, isRunning, onSave }: FlatFormProps) {
  const [draft, setDraft] = useState(before)
  const [isAsked, setAsked] = useState(false)
  const wrong = isAsked ? wrongWith(draft) : {}
  const change = (part: Partial<FlatDraft>): void => setDraft({ ...draft, ...part })
  const save = (): void => {
    setAsked(true)
    if (Object.keys(wrongWith(draft)).length === 0) onSave(inputOf(draft))
  }
  return (
    <>
      {places.length > 1 && (
        <Field label={words.where}>
          <Choices
            choices={places.map(({ areaPath, name }) => ({ value: areaPath, label: name }))}
            isChosen={(areaPath) => areaPath === draft.areaPath}
            onChoose={(areaPath) => change({ areaPath })}
          />
        </Field>
      )}
      {places.length > 0 && (
        <TextField
          label={words.room}
          hint={words.roomHint}
          error={wrong.room}
          value={draft.roomNumber}
          maxLength={8}
          onChange={(roomNumber) => change({ roomNumber })}
        />
      )}
      <TextField
        label={words.floorLabel}
        hint={words.floorHint}
        error={wrong.floor}
        value={draft.floor}
        maxLength={4}
        onChange={(floor) => change({ floor })}
      />
      <RegisterFields register={draft.register} onChange={(register) => change({ register })} />
      <PrimaryButton isLoading={isRunning} onClick={save}>
        {words.saveFlat}
      </PrimaryButton>
    </>
  )
}
