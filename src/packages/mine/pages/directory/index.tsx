import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '@/components/card'
import { Choices } from '@/components/choices'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { emergencyNumbers } from '@/copy/danger'
import { roleNames } from '@/copy/people'
import { directoryWords as words } from '@/copy/place'
import { dateWords } from '@/copy/time'
import type { Membership } from '@/domain/account/schema'
import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import { roleSchema } from '@/domain/shared/role'
import { CallRow } from '@/features/handbook/call-row'
import { SessionGate } from '@/features/session/session-gate'
import { useSession } from '@/features/session/use-session'
import { paramText } from '@/routes'
import { PersonRow } from './_components/person-row'
import { useDirectory, type Helper, type Neighbour } from './_components/use-directory'
import styles from './index.module.scss'

const roleName = (role: string): string => {
  const known = roleSchema.safeParse(role)
  return known.success ? roleNames[known.data] : role
}

function Helpers({ helpers }: { helpers: readonly Helper[] }) {
  if (helpers.length === 0) return <View className={styles.soft}>{words.helpersEmpty}</View>
  return (
    <Card isFlush>
      {helpers.map(({ userId, name, role, areaName, avatarFileId, since, phone }) => (
        <View key={`${userId}-${role}-${areaName}`} className={styles.line}>
          <PersonRow
            name={name}
            avatarFileId={avatarFileId}
            lines={[`${roleName(role)} · ${areaName}`, words.since(dateWords(since))]}
            phone={phone}
          />
        </View>
      ))}
    </Card>
  )
}

const linesOf = ({ realName, unitName, isMe }: Neighbour): string[] =>
  [isMe ? words.me : null, realName, unitName].filter((line) => line !== null)

const nation = (['police', 'fire', 'medical', 'traffic'] as const).map((name) => emergencyNumbers[name])
const isOwn = ({ phone }: { phone: string }): boolean => !nation.some(({ number }) => number === phone)

/** At hand whatever else can be shown. */
const EmergencyRows = () =>
  nation.map(({ name, number }) => <CallRow key={number} name={name} number={number} />)

/** Who is who in one building. */
function Directory({ buildingPath, isConfirmed }: { buildingPath: AreaPath; isConfirmed: boolean }) {
  const { directory, error, refetch, neighbours } = useDirectory(buildingPath)
  if (!directory) {
    return (
      <View>
        {error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={5} />}
        <EmergencyRows />
      </View>
    )
  }
  return (
    <View>
      <View className={styles.title}>{directory.areaName}</View>
      <View className={styles.heading}>{words.helpers}</View>
      <Helpers helpers={directory.helpers} />
      <View className={styles.heading}>{words.numbers}</View>
      <EmergencyRows />
      {directory.numbers.filter(isOwn).map(({ name, phone }) => (
        <CallRow key={phone} name={name} number={phone} />
      ))}
      <View className={styles.heading}>{words.neighbours}</View>
      <View className={styles.lead}>{isConfirmed ? words.neighboursHint : words.unconfirmed}</View>
      {isConfirmed && (
        <ListStates
          list={neighbours}
          // They come without ids, and two may be called the same.
          keyOf={(one) => String(neighbours.items.indexOf(one))}
          empty={{ art: 'door', words: words.neighboursEmpty }}
          render={(one) => (
            <Card isFlush>
              <PersonRow
                name={one.nickname}
                avatarFileId={one.avatarFileId}
                lines={linesOf(one)}
                phone={one.isMe ? null : one.phone}
              />
            </Card>
          )}
        />
      )}
    </View>
  )
}

interface Building {
  path: AreaPath
  name: string
  isConfirmed: boolean
}

/** The buildings that I live in, each once. */
function buildingsOf(homes: readonly Membership[]): Building[] {
  const found = new Map<AreaPath, Building>()
  for (const { areaPath, areaName, standing } of homes) {
    const path = ancestorAt(areaPath, 'building')
    if (path === null) continue
    const isConfirmed = standing === 'confirmed' || (found.get(path)?.isConfirmed ?? false)
    found.set(path, { path, name: areaName, isConfirmed })
  }
  return [...found.values()]
}

function Directories({ given }: { given: AreaPath }) {
  const { homes, can } = useSession()
  const buildings = buildingsOf(homes)
  const [chosen, setChosen] = useState(given)
  const path = chosen === '' ? (buildings[0]?.path ?? '') : chosen
  const home = buildings.find((one) => one.path === path)
  if (path === '') {
    return (
      <View>
        <EmptyState art="door" words={words.noHome} />
        <EmergencyRows />
      </View>
    )
  }
  return (
    <View>
      {buildings.length > 1 && (
        <Choices
          choices={buildings.map((one) => ({ value: one.path, label: one.name }))}
          isChosen={(value) => value === path}
          onChoose={setChosen}
        />
      )}
      <Directory key={path} buildingPath={path} isConfirmed={home?.isConfirmed ?? can('lead')} />
    </View>
  )
}

/** 谁是谁: who looks after my building, whom to call, and neighbours as far as each allows. */
export default function DirectoryPage() {
  const given = paramText(useRouter().params.area)
  return (
    <SessionGate>
      <Screen>
        <Directories given={given} />
      </Screen>
    </SessionGate>
  )
}
