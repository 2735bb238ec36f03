import { useRouter } from '@tarojs/taro'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { residents } from '@/copy/residents'
import { isCurrent } from '@/domain/account/index-fields'
import type { ResidentView } from '@/domain/resident/contract'
import { isGrid, isWithin } from '@/domain/shared/area'
import type { ChosenArea } from '@/features/invite/area-steps'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { paramText } from '@/routes'
import { areaAround, areasOf } from '../../_components/my-areas'
import { RegisterForm } from './_components/register-form'
import { emptyDraft, type Draft } from './_components/use-draft'

/** What stands there, to be put right. */
function draftOf(resident: ResidentView, areas: readonly ChosenArea[], first: ChosenArea): Draft {
  const homes = resident.memberships.filter(isCurrent)
  const around = areaAround(areas, homes) ?? first
  const home = homes.find(({ areaPath, gridPath }) =>
    isGrid(around.areaPath) ? gridPath === around.areaPath : isWithin(areaPath, around.areaPath),
  )
  const area = home && !isGrid(around.areaPath) ? home : around
  return {
    ...emptyDraft({ areaPath: area.areaPath, areaName: area.areaName }),
    nickname: resident.nickname,
    realName: resident.realName ?? '',
    phone: resident.phone ?? '',
    roomNumber: home?.roomNumber ?? '',
    relation: home?.relation ?? null,
    careNeeds: resident.careNeeds,
  }
}

interface PlaceProps {
  areas: readonly ChosenArea[]
  first: ChosenArea
}

function Correction({ areas, first, userId }: PlaceProps & { userId: string }) {
  const { data, error, refetch } = useAction('resident.get', { userId })
  if (data) {
    return <RegisterForm areas={areas} userId={userId} first={draftOf(data.resident, areas, first)} />
  }
  return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton />}</Screen>
}

/** The area that the list was on, where its name is known; else the widest of mine. */
function Addition({ areas, first, areaPath }: PlaceProps & { areaPath: string }) {
  const isMine = areas.some((area) => isWithin(areaPath, area.areaPath)) && !isGrid(areaPath)
  const { data, error } = useAction('place.children', { areaPath }, { isEnabled: isMine })
  const grid = areas.find((area) => area.areaPath === areaPath)
  if (isMine && !data && !error) {
    return (
      <Screen>
        <Skeleton />
      </Screen>
    )
  }
  const area = data?.area ? { areaPath: data.area._id, areaName: data.area.fullName } : (grid ?? first)
  return <RegisterForm areas={areas} userId={null} first={emptyDraft(area)} />
}

function Content() {
  const { params } = useRouter()
  const { account } = useSession()
  const areas = account ? areasOf(account) : []
  const [first] = areas
  const userId = params.id ?? ''
  if (!first) {
    return (
      <Screen>
        <EmptyState art="door" words={residents.noArea} />
      </Screen>
    )
  }
  return userId === '' ? (
    <Addition areas={areas} first={first} areaPath={paramText(params.area)} />
  ) : (
    <Correction areas={areas} first={first} userId={userId} />
  )
}

/** 登记: someone without a phone is put on the register, or what stands there is put right. */
export default function RegisterPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
