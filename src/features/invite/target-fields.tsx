import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { invite } from '@/copy/invite'
import { roleNames } from '@/copy/people'
import { appointableRoles } from '@/domain/appointment/policy'
import type { InvitationTarget } from '@/domain/invitation/schema'
import type { AreaPath } from '@/domain/shared/area'
import { useAction, usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'

interface TargetFieldsProps {
  kind: InvitationTarget['kind']
  areaPath: AreaPath
  placeName: string
  target: InvitationTarget | null
  /** What is still to be chosen. */
  error?: string
  onChoose: (target: InvitationTarget) => void
}

/** For whom exactly: a flat, somebody on the register, a role; a building needs no more. */
export function TargetFields(props: TargetFieldsProps) {
  switch (props.kind) {
    case 'household':
      return <FlatField {...props} />
    case 'person':
      return <PersonField {...props} />
    case 'role':
      return <RoleField {...props} />
    case 'home':
      return null
  }
}

/** What of a flat's address the chosen place does not say already: 2单元, where all of 4栋 was chosen. */
function stairwellOf(areaName: string, placeName: string): string {
  const same = [...areaName].findIndex((letter, index) => letter !== [...placeName][index])
  return same === -1 ? '' : [...areaName].slice(same).join('').trim()
}

function FlatField({ areaPath, placeName, target, error, onChoose }: TargetFieldsProps) {
  const flats = usePagedAction('place.households', { areaPath, limit: 50 })
  return (
    <Field
      label={invite.flat}
      error={error}
      hint={flats.items.length === 0 && !flats.isPending ? invite.noFlats : undefined}
    >
      <Choices
        choices={flats.items.map(({ _id, areaName, roomNumber }) => ({
          value: _id,
          label: `${stairwellOf(areaName, placeName)}${roomNumber}`,
        }))}
        isChosen={(id) => target?.kind === 'household' && target.householdId === id}
        onChoose={(householdId) => onChoose({ kind: 'household', householdId })}
      />
      {flats.hasMore && (
        <QuietButton isCompact isLoading={flats.isLoadingMore} onClick={flats.loadMore}>
          {invite.moreFlats}
        </QuietButton>
      )}
    </Field>
  )
}

function PersonField({ areaPath, target, error, onChoose }: TargetFieldsProps) {
  const [name, setName] = useState('')
  const [asked, setAsked] = useState('')
  const found = useAction(
    'resident.find',
    { areaPath, by: { kind: 'name', name: asked } },
    { isEnabled: asked !== '' },
  )
  const waiting = found.data?.items.filter(({ state }) => state === 'registered') ?? []
  const isNobody = asked !== '' && !found.isPending && waiting.length === 0
  return (
    <View>
      <TextField
        id="invite-person"
        label={invite.person}
        hint={isNobody ? invite.nobody : invite.personHint}
        error={error}
        maxLength={20}
        value={name}
        onChange={setName}
      />
      <QuietButton
        isCompact
        isDisabled={name.trim() === ''}
        isLoading={found.isFetching}
        onClick={() => setAsked(name.trim())}
      >
        {invite.find}
      </QuietButton>
      {waiting.length > 0 && (
        <Field label={invite.who}>
          <Choices
            choices={waiting.map(({ nickname, roomNumber, userId }) => ({
              value: userId,
              label: invite.personChoice(nickname, roomNumber),
            }))}
            isChosen={(userId) => target?.kind === 'person' && target.userId === userId}
            onChoose={(userId) => onChoose({ kind: 'person', userId })}
          />
        </Field>
      )}
    </View>
  )
}

/** The roles to which I may appoint there; who scans the code only applies. */
function RoleField({ areaPath, target, error, onChoose }: TargetFieldsProps) {
  const { account } = useSession()
  const sought = account ? appointableRoles(account, areaPath) : []
  return (
    <Field label={invite.role} error={error}>
      <Choices
        choices={sought.map((role) => ({ value: role, label: roleNames[role] }))}
        isChosen={(role) => target?.kind === 'role' && target.role === role}
        onChoose={(role) => onChoose({ kind: 'role', role })}
      />
    </Field>
  )
}
