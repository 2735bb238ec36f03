import { View } from '@tarojs/components'
import { useState } from 'react'
import { AreaChoice } from '@/components/area-choice'
import { QuietButton } from '@/components/button'
import { ListStates } from '@/components/list-states'
import { NotYours } from '@/components/not-yours'
import { Screen } from '@/components/screen'
import { Tabs } from '@/components/tabs'
import { appointments } from '@/copy/appointments'
import type { MyAccount } from '@/domain/account/schema'
import type { AppointmentView } from '@/domain/appointment/contract'
import type { RoleGrant } from '@/domain/shared/role'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import { OfficeCard } from './_components/office-card'
import { OfficeSheets, type Asked } from './_components/office-sheets'
import styles from './index.module.scss'

const views = ['open', 'active', 'past'] as const
type ViewName = (typeof views)[number]

/** 谁在担任: applications and proposals to sign, who does what here, and who did. */
export default function RolesPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}

function Content() {
  const { account } = useSession()
  const areas = account ? officesOf(account) : []
  if (account && areas.length > 0) return <Office account={account} areas={areas} />
  return (
    <Screen>
      <NotYours />
    </Screen>
  )
}

/** The areas of whose office I am: those that I see the appointments of. */
const officesOf = ({ roles }: Pick<MyAccount, 'roles'>): RoleGrant[] =>
  roles.filter(({ role }) => role === 'communityStaff' || role === 'streetOffice')

interface OfficeProps {
  account: MyAccount
  areas: readonly RoleGrant[]
}

function Office({ account, areas }: OfficeProps) {
  const [areaPath, setAreaPath] = useState(areas[0]?.areaPath ?? '')
  const [view, setView] = useState<ViewName>('open')
  const [asked, setAsked] = useState<Asked | null>(null)
  const list = usePagedAction('appointment.list', { areaPath, view })
  const card = (appointment: AppointmentView) => (
    <OfficeCard
      appointment={appointment}
      myId={account._id}
      onAsk={(what) => setAsked({ what, appointment })}
    />
  )
  return (
    <Screen
      action={
        <QuietButton onClick={() => open(routes.nameForRole(areaPath))}>{appointments.name}</QuietButton>
      }
    >
      <AreaChoice
        label={appointments.where}
        areas={areas}
        chosenPath={areaPath}
        onChoose={(area) => setAreaPath(area.areaPath)}
      />
      <Tabs
        tabs={views.map((value) => ({ value, label: appointments.views[value] }))}
        chosen={view}
        onChoose={setView}
      />
      <View className={styles.list}>
        <ListStates
          list={list}
          keyOf={({ _id }) => _id}
          empty={{ art: view === 'open' ? 'letterbox' : 'bench', words: appointments.empty[view] }}
          render={card}
        />
      </View>
      <View className={styles.hint}>{appointments.notLivingHere}</View>
      <OfficeSheets asked={asked} myId={account._id} onClose={() => setAsked(null)} />
    </Screen>
  )
}
