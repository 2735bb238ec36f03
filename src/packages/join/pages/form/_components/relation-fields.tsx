import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { joiningWords } from '@/copy/join'
import { relationNames } from '@/copy/people'
import { relationSchema } from '@/domain/account/schema'
import { dayKey } from '@/domain/shared/calendar'
import type { JoinFormState } from './use-join-form'
import styles from './join-form.module.scss'

/** What I am to the flat; tenants may say until when. */
export function RelationFields({
  form: { change, draft },
  isWrong,
}: {
  form: JoinFormState
  isWrong: boolean
}) {
  const [today] = useState(() => dayKey(Date.now()))
  return (
    <View>
      <Field label={joiningWords.relation} error={isWrong ? joiningWords.relationMissing : undefined}>
        <Choices
          choices={relationSchema.options.map((relation) => ({
            value: relation,
            label: relationNames[relation],
          }))}
          isChosen={(relation) => relation === draft.relation}
          onChoose={(relation) => change({ relation })}
        />
      </Field>
      {draft.relation === 'tenant' && (
        <Field label={joiningWords.until} hint={joiningWords.untilHint}>
          <Picker
            mode="date"
            value={draft.until || today}
            start={today}
            onChange={({ detail }) => change({ until: detail.value })}
          >
            <View className={styles.day} {...aria('button', joiningWords.until)}>
              {draft.until || joiningWords.untilNone}
            </View>
          </Picker>
        </Field>
      )}
    </View>
  )
}
