import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { joinWords } from '@/copy/pages'
import { relationNames } from '@/copy/people'
import { nicknameSchema, relationSchema, roomNumberSchema, type Relation } from '@/domain/account/schema'

export interface AboutMeValue {
  nickname: string
  /** '' where the building has no units, or the invitation is to one. */
  unit: string
  room: string
  relation: Relation
}

const units = ['', '1', '2', '3', '4', '5', '6']

/** What is written on the door: 1502, or 2-1502 with its unit. */
export const roomNumberOf = ({ unit, room }: AboutMeValue): string =>
  unit === '' ? room.trim() : `${unit}-${room.trim()}`

export const problemsOf = (value: AboutMeValue): ('nickname' | 'room')[] => [
  ...(nicknameSchema.safeParse(value.nickname).success ? [] : ['nickname' as const]),
  ...(roomNumberSchema.safeParse(roomNumberOf(value)).success ? [] : ['room' as const]),
]

interface AboutMeProps {
  value: AboutMeValue
  onChange: (value: AboutMeValue) => void
  asksUnit: boolean
  isStrict: boolean
}

/** Who joins: a name, a door, and what they are to the flat. */
export function AboutMe({ value, onChange, asksUnit, isStrict }: AboutMeProps) {
  const problems = isStrict ? problemsOf(value) : []
  return (
    <View>
      <TextField
        id="join-nickname"
        label={joinWords.aboutMe}
        placeholder={joinWords.namePlaceholder}
        maxLength={20}
        value={value.nickname}
        error={problems.includes('nickname') ? joinWords.nameMissing : undefined}
        onChange={(nickname) => onChange({ ...value, nickname })}
      />
      {asksUnit && (
        <Field label={joinWords.unit}>
          <Choices
            choices={units.map((unit) => ({
              value: unit,
              label: unit === '' ? joinWords.noUnit : joinWords.unitName(unit),
            }))}
            isChosen={(unit) => unit === value.unit}
            onChoose={(unit) => onChange({ ...value, unit })}
          />
        </Field>
      )}
      <TextField
        id="join-room"
        label={joinWords.room}
        placeholder={joinWords.roomPlaceholder}
        maxLength={8}
        value={value.room}
        error={problems.includes('room') ? joinWords.roomWrong : undefined}
        onChange={(room) => onChange({ ...value, room })}
      />
      <Field label={joinWords.relation}>
        <Choices
          choices={relationSchema.options.map((relation) => ({
            value: relation,
            label: relationNames[relation],
          }))}
          isChosen={(relation) => relation === value.relation}
          onChoose={(relation) => onChange({ ...value, relation })}
        />
      </Field>
    </View>
  )
}
