import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Screen } from '@/components/screen'
import { TextField } from '@/components/text-field'
import { relationNames } from '@/copy/people'
import { careNeedNames, registering } from '@/copy/residents'
import { careNeedSchema, relationSchema, type CareNeed } from '@/domain/account/schema'
import { AppError } from '@/domain/shared/errors'
import type { ChosenArea } from '@/features/invite/area-steps'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { PlaceChoice } from '../../../_components/place-choice'
import { ChildField } from './child-field'
import { FlatField } from './flat-field'
import { useDraft, type Draft } from './use-draft'
import { useFlat } from './use-flat'
import styles from '../index.module.scss'

interface RegisterFormProps {
  areas: readonly ChosenArea[]
  /** null: somebody new. */
  userId: string | null
  first: Draft
}

/** What the office should know of someone, and no more than that. */
export function RegisterForm({ areas, userId, first }: RegisterFormProps) {
  const form = useDraft(first)
  const { change, draft, isPhoneWrong, isRealNameWrong } = form
  const found = useFlat(form)
  const { run, isRunning } = useCommand('resident.put')
  const { flat } = found
  const isReady =
    draft.nickname.trim() !== '' &&
    flat !== null &&
    draft.relation !== null &&
    !isPhoneWrong &&
    !isRealNameWrong &&
    (!draft.isChild || draft.guardianId !== null)

  const submit = async (): Promise<void> => {
    const { careNeeds, guardianId, nickname, relation } = draft
    if (!isReady || !flat || relation === null) return
    const output = await run(
      {
        userId,
        nickname: nickname.trim(),
        realName: draft.realName.trim() || null,
        phone: draft.phone.trim() || null,
        ...flat,
        relation,
        guardianId,
        careNeeds,
      },
      { onFailure: explain },
    )
    if (!output) return
    toast(userId === null ? registering.done(nickname) : registering.saved)
    void Taro.navigateBack()
  }
  const toggle = (need: CareNeed): void =>
    change({
      careNeeds: draft.careNeeds.includes(need)
        ? draft.careNeeds.filter((one) => one !== need)
        : [...draft.careNeeds, need],
    })
  return (
    <Screen
      action={
        <PrimaryButton isDisabled={!isReady} isLoading={isRunning} onClick={() => void submit()}>
          {userId === null ? registering.submit : registering.save}
        </PrimaryButton>
      }
    >
      {userId === null && <View className={styles.lead}>{registering.lead}</View>}
      <Card>
        <TextField
          label={registering.nickname}
          placeholder={registering.nicknameHint}
          value={draft.nickname}
          maxLength={20}
          onChange={(nickname) => change({ nickname })}
        />
        <TextField
          label={registering.realName}
          error={isRealNameWrong ? registering.realNameWrong : undefined}
          value={draft.realName}
          maxLength={20}
          onChange={(realName) => change({ realName })}
        />
      </Card>
      <Card>
        <Field label={registering.where}>
          <PlaceChoice
            areas={areas}
            chosen={draft.area}
            onChoose={(area) => change({ area, flatId: null, guardianId: null })}
          />
        </Field>
        <FlatField form={form} found={found} />
        <Field label={registering.relation}>
          <Choices
            choices={relationSchema.options.map((value) => ({ value, label: relationNames[value] }))}
            isChosen={(value) => value === draft.relation}
            onChoose={(relation) => change({ relation })}
          />
        </Field>
      </Card>
      <Card>
        <TextField
          label={registering.phone}
          type="number"
          hint={registering.phoneHint}
          error={isPhoneWrong ? registering.phoneWrong : undefined}
          value={draft.phone}
          maxLength={11}
          onChange={(phone) => change({ phone })}
        />
        <Field label={registering.care} hint={registering.careHint}>
          <Choices
            isMultiple
            choices={careNeedSchema.options.map((value) => ({ value, label: careNeedNames[value] }))}
            isChosen={(value) => draft.careNeeds.includes(value)}
            onChoose={toggle}
          />
        </Field>
        {userId === null && <ChildField form={form} flat={flat} />}
      </Card>
    </Screen>
  )
}

/** Two answers that mean something of their own here. */
function explain(error: unknown): boolean {
  if (!(error instanceof AppError)) return false
  if (error.code === 'Conflict' && error.details?.doubt === 'samePerson') {
    toast(registering.twice)
    return true
  }
  if (error.code !== 'GuardianNeeded') return false
  toast(registering.guardianNeeded)
  return true
}
