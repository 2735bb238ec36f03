import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { TextField } from '@/components/text-field'
import { consentWords, person as words, proxyRelationNames } from '@/copy/residents'
import type { CallInput } from '@/domain/contracts'
import type { ResidentView } from '@/domain/resident/contract'
import { AppError, type ErrorCode } from '@/domain/shared/errors'
import { PersonSearch, type Found } from '@/features/appointment/person-search'
import type { ChosenArea } from '@/features/invite/area-steps'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from '../index.module.scss'

type Input = CallInput<'resident.nameProxy'>

const relations = ['family', 'neighbour', 'carer'] as const satisfies readonly Input['relation'][]
const hows = ['inPerson', 'byPhone', 'onPaper'] as const satisfies readonly Input['consent']['how'][]

interface ProxySheetProps {
  resident: ResidentView
  area: ChosenArea
  onClose: () => void
}

/** Who acts for somebody from now on, and how that person agreed to it. Mount it to open it. */
export function ProxySheet({ resident: { nickname, userId }, area, onClose }: ProxySheetProps) {
  const [proxy, setProxy] = useState<Found | null>(null)
  const [relation, setRelation] = useState<Input['relation'] | null>(null)
  const [how, setHow] = useState<Input['consent']['how'] | null>(null)
  const [note, setNote] = useState('')
  const { run, isRunning } = useCommand('resident.nameProxy')
  const name = async (): Promise<void> => {
    if (!proxy || !relation || !how) return
    const input = { userId, proxyId: proxy.userId, relation, consent: { how, note: note.trim() } }
    if (!(await run(input, { onFailure: explain }))) return
    toast(words.proxyDone(proxy.nickname))
    onClose()
  }
  return (
    <Sheet isOpen title={words.proxyTitle(nickname)} onClose={onClose}>
      <View className={styles.who}>
        <PersonSearch
          areaPath={area.areaPath}
          label={words.proxyWho}
          exceptId={userId}
          chosen={proxy}
          onChoose={setProxy}
        />
      </View>
      <Field label={words.proxyRelation}>
        <Choices
          choices={relations.map((value) => ({ value, label: proxyRelationNames[value] }))}
          isChosen={(value) => value === relation}
          onChoose={setRelation}
        />
      </Field>
      <Field label={words.proxyHow}>
        <Choices
          choices={hows.map((value) => ({ value, label: consentWords[value] }))}
          isChosen={(value) => value === how}
          onChoose={setHow}
        />
      </Field>
      <TextField label={words.proxyNote} value={note} maxLength={100} onChange={setNote} />
      {proxy && <View className={styles.consequence}>{words.proxyCheck(proxy.nickname, nickname)}</View>}
      <PrimaryButton
        isLoading={isRunning}
        isDisabled={!proxy || !relation || !how}
        onClick={() => void name()}
      >
        {words.proxySubmit}
      </PrimaryButton>
    </Sheet>
  )
}

const reasons: Partial<Record<ErrorCode, string>> = {
  LimitReached: words.proxyFull,
  Conflict: words.proxyUnfit,
}

function explain(error: unknown): boolean {
  const said = error instanceof AppError ? reasons[error.code] : undefined
  if (said === undefined) return false
  toast(said)
  return true
}
