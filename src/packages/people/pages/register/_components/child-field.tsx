import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { SwitchRow } from '@/components/switch-row'
import { registering } from '@/copy/residents'
import { isGrid } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import { isSameRoom } from '../../../_components/by-flat'
import { useAllResidents } from '../../../_components/use-all-residents'
import type { ChosenFlat, DraftState } from './use-draft'

interface ChildFieldProps {
  form: DraftState
  flat: ChosenFlat | null
}

/** A child has a grown-up of the same flat who answers for it. */
export function ChildField({ form: { change, draft }, flat }: ChildFieldProps) {
  return (
    <View>
      <SwitchRow
        label={registering.child}
        hint={registering.childHint}
        isOn={draft.isChild}
        onChange={(isChild) => change({ isChild, guardianId: null })}
      />
      {draft.isChild && flat && (
        <Guardian
          areaPath={draft.area.areaPath}
          flat={flat}
          chosen={draft.guardianId}
          onChoose={(guardianId) => change({ guardianId })}
        />
      )}
    </View>
  )
}

interface GuardianProps {
  areaPath: string
  flat: ChosenFlat
  chosen: string | null
  onChoose: (userId: string) => void
}

function Guardian({ areaPath, flat, chosen, onChoose }: GuardianProps) {
  // Whoever looks after a micro-grid may not ask for a flat of the building.
  const isOfGrid = isGrid(areaPath)
  const grid = useAllResidents(areaPath, isOfGrid)
  const by = { kind: 'flat', roomNumber: flat.roomNumber } as const
  const found = useAction('resident.find', { areaPath: flat.areaPath, by }, { isEnabled: !isOfGrid })
  const people = isOfGrid ? grid.items : (found.data?.items ?? [])
  const isAsked = isOfGrid ? !grid.isPending : found.data !== undefined
  const grownUps = people.filter(
    ({ areaPath: path, roomNumber, standing, state }) =>
      path === flat.areaPath &&
      isSameRoom(roomNumber, flat.roomNumber) &&
      standing === 'confirmed' &&
      state === 'active',
  )
  return (
    <Field
      label={registering.guardian}
      error={isAsked && grownUps.length === 0 ? registering.noGuardian : undefined}
    >
      <Choices
        choices={grownUps.map(({ nickname, userId }) => ({ value: userId, label: nickname }))}
        isChosen={(userId) => userId === chosen}
        onChoose={onChoose}
      />
    </Field>
  )
}
