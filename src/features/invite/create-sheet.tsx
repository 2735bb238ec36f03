import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { invite, missingWords, purposeHints, purposeNames } from '@/copy/invite'
import type { InvitationView } from '@/domain/invitation/contract'
import { usesOf, type InvitationTarget } from '@/domain/invitation/schema'
import { placeLevelOf, placeLevels, type AreaPath, type PlaceLevel } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { useCommand } from '@/features/session/use-command'
import { useSession } from '@/features/session/use-session'
import { toast } from '@/platform/toast'
import { AreaSteps, type ChosenArea } from './area-steps'
import { TargetFields } from './target-fields'

type Kind = InvitationTarget['kind']

const daysOffered = [7, 30, 90, 365] as const
const usesOffered: Readonly<Record<Kind, readonly number[]>> = {
  home: [1, 20, 200],
  household: [1, 5, 12],
  role: [5, 50, 200],
  person: [1],
}
const kinds: readonly Kind[] = ['home', 'household', 'person', 'role']
const homeLevels: readonly PlaceLevel[] = ['building', 'unit', 'grid']

interface CreateSheetProps {
  areas: readonly ChosenArea[]
  onCreated: (invitation: InvitationView) => void
  onClose: () => void
}

/** One's own colleagues are few and soon come; who may join in is looked for everywhere, for long. */
function usualOf(kind: Kind, target: InvitationTarget | null): { days: number; uses: number } {
  if (target?.kind === 'role' && target.role !== 'volunteer') return { days: 7, uses: 5 }
  return { days: kind === 'household' || kind === 'person' ? 7 : 90, uses: usesOf[kind].usual }
}

const isHome = (areaPath: AreaPath): boolean => areaPath !== '' && homeLevels.includes(placeLevelOf(areaPath))

/** Too many for one day: in words of its own. */
function tellRefusal(error: unknown): boolean {
  const isTooMany = error instanceof AppError && error.code === 'LimitReached'
  if (isTooMany) toast(invite.enoughToday)
  return isTooMany
}

/** Makes a code: for whom, to where, for how long, how often. Mount it to open it. */
export function CreateSheet({ areas, onCreated, onClose }: CreateSheetProps) {
  const { can } = useSession()
  const offered = kinds.filter((one) => can(one === 'role' ? 'appoint' : 'lead'))
  const [kind, setKind] = useState<Kind>(offered[0] ?? 'home')
  const [area, setArea] = useState<ChosenArea>(areas[0] ?? { areaPath: '', areaName: '' })
  const [target, setTarget] = useState<InvitationTarget | null>(kind === 'home' ? { kind } : null)
  const [days, setDays] = useState<number>(90)
  const [maxUses, setMaxUses] = useState<number>(usesOf[kind].usual)
  const { run, isRunning } = useCommand('invitation.create')
  const [isTried, setTried] = useState(false)

  const aim = (next: InvitationTarget | null, of: Kind): void => {
    const usual = usualOf(of, next)
    setTarget(next)
    setMaxUses(usual.uses)
    setDays(usual.days)
  }
  const choose = (next: Kind): void => {
    setKind(next)
    setTried(false)
    aim(next === 'home' ? { kind: 'home' } : null, next)
  }
  const isWhere = kind === 'role' ? area.areaPath !== '' : isHome(area.areaPath)
  const missing = missingWords[isWhere ? kind : 'home']
  const create = async (): Promise<void> => {
    if (!isWhere || !target) {
      setTried(true)
      toast(missing)
      return
    }
    const output = await run({ areaPath: area.areaPath, target, days, maxUses }, { onFailure: tellRefusal })
    if (!output) return
    toast(invite.created)
    onCreated(output.invitation)
  }
  return (
    <Sheet isOpen title={invite.createTitle} onClose={onClose}>
      <Field label={invite.purpose} hint={purposeHints[kind]}>
        <Choices
          choices={offered.map((value) => ({ value, label: purposeNames[value] }))}
          isChosen={(value) => value === kind}
          onChoose={choose}
        />
      </Field>
      <AreaSteps
        areas={areas}
        chosen={area}
        levels={kind === 'role' ? placeLevels : homeLevels}
        error={isTried && !isWhere ? missing : undefined}
        onChoose={(next) => {
          setArea(next)
          if (kind !== 'home') setTarget(null)
        }}
      />
      {isWhere && (
        <TargetFields
          kind={kind}
          areaPath={area.areaPath}
          placeName={area.areaName}
          target={target}
          error={isTried && !target ? missing : undefined}
          onChoose={(next) => (kind === 'role' ? aim(next, kind) : setTarget(next))}
        />
      )}
      <Field label={invite.days}>
        <Choices
          choices={daysOffered.map((value) => ({ value, label: invite.daysChoice(value) }))}
          isChosen={(value) => value === days}
          onChoose={setDays}
        />
      </Field>
      {usesOffered[kind].length > 1 && (
        <Field label={invite.uses}>
          <Choices
            choices={usesOffered[kind].map((value) => ({ value, label: invite.usesChoice(value) }))}
            isChosen={(value) => value === maxUses}
            onChoose={setMaxUses}
          />
        </Field>
      )}
      <PrimaryButton isLoading={isRunning} onClick={() => void create()}>
        {invite.create}
      </PrimaryButton>
    </Sheet>
  )
}
