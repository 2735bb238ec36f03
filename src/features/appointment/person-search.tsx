import { View } from '@tarojs/components'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { QuietButton } from '@/components/button'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { personSearch } from '@/copy/appointments'
import type { ResidentRow } from '@/domain/resident/contract'
import type { AreaPath } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import styles from './person-search.module.scss'

export type Found = Pick<ResidentRow, 'userId' | 'nickname' | 'areaPath' | 'areaName'>

interface PersonSearchProps {
  /** Where they live. */
  areaPath: AreaPath
  label?: string
  /** Who is not to be found: the one it is about. */
  exceptId?: string
  chosen: Found | null
  onChoose: (person: Found | null) => void
}

/** Someone who lives here, looked up by name: nobody reads a list of the whole community. */
export function PersonSearch({ areaPath, label, exceptId, chosen, onChoose }: PersonSearchProps) {
  const [words, setWords] = useState('')
  const [name, setName] = useState('')
  if (chosen) {
    return (
      <View className={styles.results}>
        <Row person={chosen} />
        <QuietButton isCompact onClick={() => onChoose(null)}>
          {personSearch.change}
        </QuietButton>
      </View>
    )
  }
  return (
    <View>
      <TextField
        label={label ?? personSearch.label}
        placeholder={personSearch.placeholder}
        value={words}
        maxLength={20}
        onChange={setWords}
      />
      <QuietButton isCompact isDisabled={words.trim() === ''} onClick={() => setName(words.trim())}>
        {personSearch.find}
      </QuietButton>
      {name !== '' && <Results areaPath={areaPath} name={name} exceptId={exceptId} onChoose={onChoose} />}
    </View>
  )
}

interface ResultsProps extends Pick<PersonSearchProps, 'areaPath' | 'exceptId' | 'onChoose'> {
  name: string
}

function Results({ areaPath, name, exceptId, onChoose }: ResultsProps) {
  const { data, error, refetch } = useAction('resident.find', { areaPath, by: { kind: 'name', name } })
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />
  if (!data) return <Skeleton count={1} />
  // Only who has a phone of their own can take a role.
  const people = data.items.filter(({ state, userId }) => state === 'active' && userId !== exceptId)
  if (people.length === 0) return <View className={styles.hint}>{personSearch.none}</View>
  return (
    <View className={styles.results}>
      {people.map((person) => (
        <Tap
          key={`${person.userId}${person.areaPath}`}
          className={styles.row}
          label={personSearch.chosen(person.nickname)}
          onClick={() => onChoose(person)}
        >
          <Face person={person} room={person.roomNumber} />
        </Tap>
      ))}
    </View>
  )
}

function Row({ person }: { person: Found }) {
  return (
    <View className={styles.row}>
      <Face person={person} room="" />
    </View>
  )
}

function Face({ person: { nickname, areaName }, room }: { person: Found; room: string }) {
  return (
    <>
      <Avatar name={nickname} size="small" />
      <View className={styles.words}>
        <View>{nickname}</View>
        <View className={styles.hint}>{personSearch.lives(areaName, room).trim()}</View>
      </View>
    </>
  )
}
