import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { errorWords } from '@/copy/errors'
import { homesWords as words } from '@/copy/mine'
import { relationNames } from '@/copy/people'
import { relationSchema } from '@/domain/account/schema'
import type { Output } from '@/domain/contracts'
import { AppError } from '@/domain/shared/errors'
import { readRoom } from '@/features/invitation/read-room'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { HomeSheetProps } from './home-card'
import styles from '../index.module.scss'

type Building = Output<'membership.places'>['buildings'][number]

interface PlaceFieldsProps {
  buildings: readonly Building[]
  building: Building
  stairwell: string | null
  onChange: (areaPath: string) => void
}

/** Which building of the estate, and which of its stairwells. */
function PlaceFields({ buildings, building, stairwell, onChange }: PlaceFieldsProps) {
  return (
    <>
      <Field label={words.moveBuilding}>
        <Picker
          mode="selector"
          range={buildings.map(({ name }) => name)}
          value={buildings.indexOf(building)}
          onChange={({ detail }) => onChange(buildings[Number(detail.value)]?.areaPath ?? building.areaPath)}
        >
          <View className={styles.day} {...aria('button', words.moveBuilding)}>
            {building.name}
          </View>
        </Picker>
      </Field>
      {building.stairwells.length > 0 && (
        <Field label={words.moveStairwell}>
          <Choices
            choices={building.stairwells.map(({ areaPath, name }) => ({ value: areaPath, label: name }))}
            isChosen={(areaPath) => areaPath === stairwell}
            onChoose={onChange}
          />
        </Field>
      )}
    </>
  )
}

/** To another flat of the estate: the old home ends, the new one waits to be confirmed. */
export function MoveSheet({ home, onClose }: HomeSheetProps) {
  const { areaPath: from, roomNumber } = home
  const { run, isRunning } = useCommand('membership.move')
  const buildings = useAction('membership.places', { areaPath: from }).data?.buildings ?? []
  const [areaPath, setAreaPath] = useState(from)
  const [typed, setTyped] = useState('')
  const [relation, setRelation] = useState(home.relation)
  const room = readRoom(typed)
  const building = buildings.find((one) => areaPath.startsWith(one.areaPath))
  const stairwell = building?.stairwells.find((one) => one.areaPath === areaPath)?.areaPath ?? null
  // Whoever lives in a building of stairwells lives in one of them; without a list it is the own one.
  const isPlaced = !building || building.stairwells.length === 0 || stairwell !== null || areaPath === from
  const move = async (): Promise<void> => {
    if (room === null) return
    const onFailure = (error: unknown): boolean => {
      const isOften = error instanceof AppError && error.code === 'LimitReached'
      toast(isOften ? words.moveOften : errorWords(error))
      return true
    }
    const to = { areaPath, roomNumber: room, relation }
    if (!(await run({ from: { areaPath: from, roomNumber }, to }, { onFailure }))) return
    toast(words.moved)
    onClose()
  }
  return (
    <Sheet isOpen title={words.moveTitle} onClose={onClose}>
      <View className={styles.lead}>{words.moveConsequence}</View>
      {building && (
        <PlaceFields buildings={buildings} building={building} stairwell={stairwell} onChange={setAreaPath} />
      )}
      <TextField
        label={words.moveRoom}
        placeholder={words.moveRoomPlaceholder}
        value={typed}
        maxLength={12}
        onChange={setTyped}
        error={typed !== '' && room === null ? words.moveWrong : undefined}
        hint={words.moveElsewhere}
      />
      <Field label={words.relation}>
        <Choices
          choices={relationSchema.options.map((value) => ({ value, label: relationNames[value] }))}
          isChosen={(value) => value === relation}
          onChoose={setRelation}
        />
      </Field>
      <PrimaryButton
        isLoading={isRunning}
        isDisabled={room === null || !isPlaced}
        onClick={() => void move()}
      >
        {words.moveYes}
      </PrimaryButton>
    </Sheet>
  )
}
