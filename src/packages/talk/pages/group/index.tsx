import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { SwitchRow } from '@/components/switch-row'
import { groupWords as words } from '@/copy/group'
import type { GroupDetail } from '@/domain/group/contract'
import { MembersSheet } from '@/features/chat/members-sheet'
import { HoursCard } from '@/features/group/hours-card'
import { SilencesCard } from '@/features/group/silences-card'
import { WechatCard } from '@/features/group/wechat-card'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { open, openGroup, paramText, routes } from '@/routes'
import { WayRow } from '../../_components/way-row'
import styles from './index.module.scss'

/** How I want to hear of it. */
function Preferences({ groupPath }: { groupPath: string }) {
  const { data } = useAction('chat.groups', { groupPath })
  const { run } = useCommand('chat.prefer')
  const mine = data?.items[0]
  if (!mine) return null
  const { isMuted, isPinned } = mine
  return (
    <Card>
      <SwitchRow
        label={words.pin}
        hint={words.pinHint}
        isOn={isPinned}
        onChange={(isOn) => void run({ groupPath, isPinned: isOn })}
      />
      <View className={styles.gap} />
      <SwitchRow
        label={words.mute}
        hint={words.muteHint}
        isOn={isMuted}
        onChange={(isOn) => void run({ groupPath, isMuted: isOn })}
      />
    </Card>
  )
}

/** Of a building: the groups of its stairwells and micro-grids. Whoever looks after it says the first word there. */
function Parts({ parts }: Pick<GroupDetail, 'parts'>) {
  if (parts.length === 0) return null
  return (
    <View>
      <View className={styles.heading}>{words.parts}</View>
      <Card isFlush>
        {parts.map(({ groupPath, isBegun, name }) => (
          <WayRow
            key={groupPath}
            words={words.part(name)}
            hint={isBegun ? words.partBegun : words.partSilent}
            onClick={() => openGroup(groupPath)}
          />
        ))}
      </Card>
    </View>
  )
}

function Group({ group }: { group: GroupDetail }) {
  const { allowedActions, groupPath, name, silences } = group
  const [isAsking, setAsking] = useState(false)
  return (
    <View>
      <View className={styles.name}>{name}</View>
      <Card isFlush>
        <WayRow words={words.members} hint={words.membersHint} onClick={() => setAsking(true)} />
        <WayRow
          words={words.topics}
          hint={words.topicsHint}
          onClick={() => open(routes.groupTopics(groupPath))}
        />
        <WayRow words={words.board} hint={words.boardHint} onClick={() => open(routes.notices())} />
        <WayRow words={words.myCases} hint={words.myCasesHint} onClick={() => open(routes.myCases)} />
      </Card>
      <Preferences groupPath={groupPath} />
      <WechatCard group={group} />
      <HoursCard group={group} />
      <Parts parts={group.parts} />
      {allowedActions.includes('moderate') && (
        <View>
          <View className={styles.heading}>{words.manage}</View>
          <SilencesCard silences={silences} />
          <Card isFlush>
            <WayRow words={words.reports} hint={words.reportsHint} onClick={() => open(routes.moderation)} />
          </Card>
        </View>
      )}
      {isAsking && (
        <MembersSheet groupPath={groupPath} title={words.members} onClose={() => setAsking(false)} />
      )}
    </View>
  )
}

function Content() {
  const groupPath = paramText(useRouter().params.group)
  const { data, error, refetch } = useAction('group.get', { groupPath })
  return (
    <Screen>
      {data ? (
        <Group group={data.group} />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton count={4} />
      )}
    </Screen>
  )
}

/** 群信息: what belongs to a group, how I want to hear of it, and what those who look after it set. */
export default function GroupPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
