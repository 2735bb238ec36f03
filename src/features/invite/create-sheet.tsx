import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { invite } from '@/copy/invite'
import type { InvitationView } from '@/domain/invitation/contract'
import type { AreaPath } from '@/domain/shared/area'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'

const daysOffered = [7, 30, 90, 365] as const
const usesOffered = [1, 20, 200] as const

interface CreateSheetProps {
  areas: readonly { areaPath: AreaPath; areaName: string }[]
  onCreated: (invitation: InvitationView) => void
  onClose: () => void
}

/** Makes a code: to where, for how long, how often. Mount it to open it. */
export function CreateSheet({ areas, onCreated, onClose }: CreateSheetProps) {
  const [areaPath, setAreaPath] = useState(areas[0]?.areaPath ?? '')
  const [days, setDays] = useState<number>(90)
  const [maxUses, setMaxUses] = useState<number>(200)
  const { run, isRunning } = useCommand('invitation.create')
  const create = async (): Promise<void> => {
    const output = await run({ areaPath, days, maxUses })
    if (!output) return
    toast(invite.created)
    onCreated(output.invitation)
  }
  return (
    <Sheet isOpen title={invite.createTitle} onClose={onClose}>
      <Field label={invite.area}>
        <Choices
          choices={areas.map((area) => ({ value: area.areaPath, label: area.areaName }))}
          isChosen={(value) => value === areaPath}
          onChoose={setAreaPath}
        />
      </Field>
      <Field label={invite.days}>
        <Choices
          choices={daysOffered.map((value) => ({ value, label: invite.daysChoice(value) }))}
          isChosen={(value) => value === days}
          onChoose={setDays}
        />
      </Field>
      <Field label={invite.uses}>
        <Choices
          choices={usesOffered.map((value) => ({ value, label: invite.usesChoice(value) }))}
          isChosen={(value) => value === maxUses}
          onChoose={setMaxUses}
        />
      </Field>
      <PrimaryButton isLoading={isRunning} onClick={() => void create()}>
        {invite.create}
      </PrimaryButton>
    </Sheet>
  )
}
