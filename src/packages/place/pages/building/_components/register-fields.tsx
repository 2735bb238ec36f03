import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { relationNames } from '@/copy/people'
import { buildingWords as words } from '@/copy/place'
import { relationSchema } from '@/domain/account/schema'
import type { Household } from '@/domain/place/schema'
import styles from '../index.module.scss'

export type Register = Household['register']

const mostNames = 12
const relations = relationSchema.options.map((value) => ({ value, label: relationNames[value] }))

interface RegisterFieldsProps {
  register: Register
  onChange: (register: Register) => void
}

/** Whom the office's list names for a flat, one after another. */
export function RegisterFields({ register, onChange }: RegisterFieldsProps) {
  const put = (at: number, change: Partial<Register[number]>): void =>
    onChange(register.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <Field label={words.register} hint={words.registerHint}>
      {register.map((one, at) => (
        <View key={at} className={styles.person}>
          <TextField
            label={words.registerName(at + 1)}
            value={one.name}
            maxLength={20}
            onChange={(name) => put(at, { name })}
          />
          <Choices
            choices={relations}
            isChosen={(relation) => relation === one.relation}
            onChoose={(relation) => put(at, { relation })}
          />
          <Tap
            className={styles.drop}
            label={words.registerRemove(one.name)}
            onClick={() => onChange(register.filter((_, index) => index !== at))}
          >
            <Icon name="close" size="small" />
            <View>{words.registerRemove(one.name)}</View>
          </Tap>
        </View>
      ))}
      {register.length < mostNames && (
        <QuietButton isCompact onClick={() => onChange([...register, { name: '', relation: 'owner' }])}>
          {words.registerAdd}
        </QuietButton>
      )}
    </Field>
  )
}

/** As it is sent: lines without a name are none. */
export const written = (register: Register): Register =>
  register.map(({ name, relation }) => ({ name: name.trim(), relation })).filter(({ name }) => name !== '')
