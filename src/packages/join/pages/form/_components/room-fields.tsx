import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { joiningWords } from '@/copy/join'
import { useElderMode } from '@/features/elder/elder-mode'
import { isListed, readRoom } from '@/features/invitation/read-room'
import type { JoinFormState } from './use-join-form'
import styles from './join-form.module.scss'

/** The door: picked from the register, floor by floor, or typed as it stands on the door. */
export function RoomFields({ form, isWrong }: { form: JoinFormState; isWrong: boolean }) {
  const isElder = useElderMode()
  const rooms = form.stairwell?.rooms ?? []
  const [isTyping, setTyping] = useState(!isElder)
  if (rooms.length === 0) return <TypedRoom form={form} isWrong={isWrong} />
  return (
    <View>
      {isTyping ? <TypedRoom form={form} isWrong={isWrong} /> : <PickedRoom form={form} isWrong={isWrong} />}
      <Tap className={styles.switch} onClick={() => setTyping(!isTyping)}>
        {isTyping ? joiningWords.pickRoom : joiningWords.typeRoom}
      </Tap>
    </View>
  )
}

interface RoomProps {
  form: JoinFormState
  isWrong: boolean
}

/** Says at once whether it is on the register; where not, one may join all the same. */
function TypedRoom({ form: { change, draft, stairwell }, isWrong }: RoomProps) {
  const room = readRoom(draft.room)
  const known = stairwell && stairwell.rooms.length > 0 && room !== null
  const hint = known
    ? isListed(stairwell, room)
      ? joiningWords.roomKnown
      : joiningWords.roomUnknown
    : joiningWords.roomHint
  return (
    <TextField
      id="join-room"
      label={joiningWords.room}
      placeholder={joiningWords.roomPlaceholder}
      maxLength={16}
      value={draft.room}
      hint={hint}
      error={isWrong ? joiningWords.roomWrong : undefined}
      onChange={(typed) => change({ room: typed })}
    />
  )
}

function PickedRoom({ form: { change, draft, stairwell }, isWrong }: RoomProps) {
  const rooms = stairwell?.rooms ?? []
  const floors = [...new Set(rooms.map(({ floor }) => floor))].sort((a, b) => (a ?? 999) - (b ?? 999))
  const chosen = rooms.find(({ roomNumber }) => roomNumber === draft.room)
  const [opened, setOpened] = useState<number | null | undefined>(
    chosen ? chosen.floor : floors.length === 1 ? floors[0] : undefined,
  )
  return (
    <View>
      {floors.length > 1 && (
        <Field label={joiningWords.floor}>
          <Choices
            choices={floors.map((floor) => ({ value: floor, label: joiningWords.floorName(floor) }))}
            isChosen={(floor) => floor === opened}
            onChoose={setOpened}
          />
        </Field>
      )}
      {opened !== undefined && (
        <Field label={joiningWords.roomElder}>
          <Choices
            choices={rooms
              .filter(({ floor }) => floor === opened)
              .map(({ roomNumber }) => ({ value: roomNumber, label: roomNumber }))}
            isChosen={(roomNumber) => roomNumber === draft.room}
            onChoose={(room) => change({ room })}
          />
        </Field>
      )}
      {isWrong && <View className={styles.problem}>{joiningWords.roomMissing}</View>}
    </View>
  )
}
