import { View } from '@tarojs/components'
import { useState } from 'react'
import { AvatarButton } from '@/components/avatar-button'
import { Field } from '@/components/field'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { VoiceRecorder } from '@/components/voice-recorder'
import { joiningWords } from '@/copy/join'
import { realNameSchema } from '@/domain/account/schema'
import { useElderMode } from '@/features/elder/elder-mode'
import { NicknameInput } from './nickname-input'
import { isNamed, type JoinFormState } from './use-join-form'
import styles from './join-form.module.scss'

/** Face and name for the neighbours; what only the leader gets stays folded until somebody wants to say it. */
export function NameFields({ form, isStrict }: { form: JoinFormState; isStrict: boolean }) {
  const { draft } = form
  // In large type a voice is at hand at once: it may stand for what is hard to write.
  const isElder = useElderMode()
  const [isMore, setMore] = useState(draft.realName !== '' || (draft.voice !== null && !isElder))
  return (
    <View>
      <Called form={form} isStrict={isStrict} />
      {isElder && <ToLeader form={form} isInstead />}
      {!isMore && (
        <Tap className={styles.switch} onClick={() => setMore(true)}>
          {joiningWords.more}
        </Tap>
      )}
      {isMore && <RealName form={form} isStrict={isStrict} />}
      {isMore && !isElder && <ToLeader form={form} />}
    </View>
  )
}

/** Who has another home already is called the same here. */
function Called({ form: { change, draft, knownAs }, isStrict }: { form: JoinFormState; isStrict: boolean }) {
  if (knownAs !== null) {
    return (
      <Field label={joiningWords.name} hint={joiningWords.nameKnown}>
        <View>{knownAs}</View>
      </Field>
    )
  }
  return (
    <Field
      label={joiningWords.name}
      hint={joiningWords.nameHint}
      error={isStrict && !isNamed(draft) ? joiningWords.nameMissing : undefined}
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
  )
}

function RealName({ form: { change, draft }, isStrict }: { form: JoinFormState; isStrict: boolean }) {
  const isWrong =
    isStrict && draft.realName.trim() !== '' && !realNameSchema.safeParse(draft.realName).success
  return (
    <TextField
      id="join-real-name"
      label={joiningWords.realName}
      hint={joiningWords.realNameHint}
      error={isWrong ? joiningWords.realNameWrong : undefined}
      maxLength={20}
      value={draft.realName}
      onChange={(realName) => change({ realName })}
    />
  )
}

/** "I'm in 1502", to those who vouch. */
const ToLeader = ({ form: { change, draft }, isInstead }: { form: JoinFormState; isInstead?: boolean }) => (
  <Field
    label={isInstead ? joiningWords.voiceInstead : joiningWords.voice}
    hint={isInstead ? joiningWords.voiceInsteadHint : joiningWords.voiceHint}
  >
    <VoiceRecorder voice={draft.voice} onChange={(voice) => change({ voice })} />
  </Field>
)
