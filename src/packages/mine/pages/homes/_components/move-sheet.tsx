import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { homesWords as words } from '@/copy/mine'
import { relationNames } from '@/copy/people'
import { relationSchema } from '@/domain/account/schema'
import { readRoom } from '@/features/invitation/read-room'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { HomeSheetProps } from './home-card'
import styles from '../index.module.scss'

/** To another flat of the same building: the old home ends, the new one waits to be confirmed. */
export function MoveSheet({ home, onClose }: HomeSheetProps) {
  const { run, isRunning } = useCommand('membership.move')
  const [typed, setTyped] = useState('')
  const [relation, setRelation] = useState(home.relation)
  const room = readRoom(typed)
  const { areaPath, roomNumber } = home
  const move = async (): Promise<void> => {
    if (room === null) return
    const to = { areaPath, roomNumber: room, relation }
    if (!(await run({ from: { areaPath, roomNumber }, to }))) return
    toast(words.moved)
    onClose()
  }
  return (
    <Sheet isOpen title={words.moveTitle} onClose={onClose}>
      <View className={styles.lead}>{words.moveConsequence}</View>
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
      <PrimaryButton isLoading={isRunning} isDisabled={room === null} onClick={() => void move()}>
        {words.moveYes}
      </PrimaryButton>
    </Sheet>
  )
}
