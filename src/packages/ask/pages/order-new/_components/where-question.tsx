import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { whoWords } from '@/copy/order-form'
import type { Problem } from '@/features/order/draft-input'
import type { DraftState } from '@/features/order/use-draft'
import { addressesOf, wordsOfAddress, type Places } from './use-places'

interface WhereQuestionProps {
  state: DraftState
  places: Places
  wrong: (problem: Problem) => boolean
}

/** More than fit on a screen are found by a few characters. */
const fewEnough = 12

/** To which door: one of mine; for somebody else also another in my building, or where I look after people. */
export function WhereQuestion({ state: { draft, change }, places, wrong }: WhereQuestionProps) {
  const [words, setWords] = useState('')
  const addresses = addressesOf(places, draft.other !== null)
  const isChosen = (areaPath: string, roomNumber: string | null): boolean =>
    areaPath === draft.homePath && (roomNumber === null) === draft.isOtherDoor
  const isMany = addresses.length > fewEnough
  const found = addresses
    .filter((address) => wordsOfAddress(address).includes(words.trim()))
    .sort((a, b) => Number(isChosen(b.areaPath, b.roomNumber)) - Number(isChosen(a.areaPath, a.roomNumber)))
  return (
    <View>
      {isMany && (
        <TextField
          id="place-search"
          label={whoWords.place}
          value={words}
          placeholder={whoWords.placeSearch}
          onChange={setWords}
        />
      )}
      <Field
        label={isMany ? '' : whoWords.place}
        error={wrong('home') ? whoWords.placeMissing : undefined}
        hint={found.length === 0 ? whoWords.noPlace : undefined}
      >
        <Choices
          choices={found
            .slice(0, fewEnough)
            .map((address) => ({ value: address, label: wordsOfAddress(address) }))}
          isChosen={({ areaPath, roomNumber }) => isChosen(areaPath, roomNumber)}
          onChoose={({ areaPath, roomNumber }) =>
            change({ homePath: areaPath, isOtherDoor: roomNumber === null })
          }
        />
      </Field>
      {draft.isOtherDoor && (
        <TextField
          id="order-room"
          label={whoWords.room}
          value={draft.roomNumber}
          placeholder={whoWords.roomPlaceholder}
          error={wrong('room') ? whoWords.roomWrong : undefined}
          maxLength={8}
          onChange={(roomNumber) => change({ roomNumber })}
        />
      )}
    </View>
  )
}
