import { View } from '@tarojs/components'
import { useState } from 'react'
import { AvatarButton } from '@/components/avatar-button'
import { Field } from '@/components/field'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { VoiceRecorder } from '@/components/voice-recorder'
import { joiningWords } from '@/copy/join'
import { nicknameSchema, realNameSchema } from '@/domain/account/schema'
import { NicknameInput } from './nickname-input'
import type { JoinFormState } from './use-join-form'
import styles from './join-form.module.scss'

/** Face and name for the neighbours; what only the leader gets stays folded until somebody wants to say it. */
export function NameFields({ form, isStrict }: { form: JoinFormState; isStrict: boolean }) {
  const { change, draft } = form
  const [isMore, setMore] = useState(draft.realName !== '' || draft.voice !== null)
  const isNameless = isStrict && !nicknameSchema.safeParse(draft.nickname).success
  const isRealNameWrong =
    isStrict && draft.realName.trim() !== '' && !realNameSchema.safeParse(draft.realName).success
  return (
    <View>
      <Field
        label={joiningWords.name}
        hint={joiningWords.nameHint}
        error={isNameless ? joiningWords.nameMissing : undefined}
      >
        <View className={styles.me}>
          <AvatarButton
            name={draft.nickname || joiningWords.me}
            fileId={draft.avatarFileId}
            onChange={(avatarFileId) => change({ avatarFileId })}
          />
          <NicknameInput value={draft.nickname} onChange={(nickname) => change({ nickname })} />
        </View>
      </Field>
      {!isMore && (
        <Tap className={styles.switch} onClick={() => setMore(true)}>
          {joiningWords.more}
        </Tap>
      )}
      {isMore && (
        <View>
          <TextField
            id="join-real-name"
            label={joiningWords.realName}
            hint={joiningWords.realNameHint}
            error={isRealNameWrong ? joiningWords.realNameWrong : undefined}
            maxLength={20}
            value={draft.realName}
            onChange={(realName) => change({ realName })}
          />
          <Field label={joiningWords.voice} hint={joiningWords.voiceHint}>
            <VoiceRecorder voice={draft.voice} onChange={(voice) => change({ voice })} />
          </Field>
        </View>
      )}
    </View>
  )
}
