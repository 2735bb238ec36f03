import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { chat } from '@/copy/chat'
import { GroupCard } from '@/features/chat/group-list'
import { GroupSearch } from '@/features/chat/group-search'
import { GroupSheet } from '@/features/chat/group-sheet'
import { useGroups } from '@/features/chat/use-groups'
import { scanAndJoin } from '@/features/invitation/scan-and-join'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { takeChatAim } from '@/platform/chat-aim'
import { GroupRoom } from './_components/group-room'

/** 楼栋群: the group of my building, or the list of my groups. */
export default function ChatPage() {
  const session = useSession()
  const [aim, setAim] = useState(takeChatAim)
  useDidShow(() => setAim((before) => takeChatAim() ?? before))
  const {
    query,
    groups,
    search,
    setSearch,
    aimed,
    current,
    open: openGroup,
    close,
  } = useGroups(session.account !== null, aim?.groupPath ?? null)
  const [asked, setAsked] = useState<string | null>(null)
  const askedGroup = groups.find(({ groupPath }) => groupPath === asked)
  const open = { groupPath: current?.group.groupPath ?? '' }
  const detail = useAction('group.get', open, { isEnabled: current !== null }).data?.group
  const title = current ? chat.title(current.group.name, detail?.memberCount ?? 0) : chat.listTitle
  const isElsewhere = aimed !== null && current?.group.groupPath !== aimed.groupPath
  useEffect(() => {
    if (aimed && isElsewhere) openGroup(aimed)
    // Another aim is another object; what is newly said in its group is none.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [aim, isElsewhere])

  const leave = (): void => {
    setAim(null)
    close?.()
  }

  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])

  if (current) {
    return (
      <GroupRoom
        key={current.group.groupPath}
        opened={current.opened}
        myName={session.account?.nickname ?? chat.me}
        onClose={close && leave}
        aim={aim?.groupPath === current.group.groupPath && aim.seq > 0 ? aim : null}
      />
    )
  }
  const join = { words: chat.scan, onClick: () => void scanAndJoin() }
  return (
    <SessionGate>
      <Screen>
        {session.account === null ? (
          <EmptyState art="door" words={chat.noHome} action={join} />
        ) : (
          <>
            {setSearch && <GroupSearch search={search} onSearch={setSearch} />}
            <ListStates
              list={{
                ...query,
                items: groups,
                isPending: query.isPending || (groups.length === 1 && search === ''),
              }}
              keyOf={({ groupPath }) => groupPath}
              empty={search === '' ? { art: 'door', words: chat.noHome, action: join } : chat.noSuch}
              render={(group) => (
                <GroupCard
                  group={group}
                  onOpen={() => openGroup(group)}
                  onMore={() => setAsked(group.groupPath)}
                />
              )}
            />
          </>
        )}
      </Screen>
      {askedGroup && <GroupSheet group={askedGroup} onClose={() => setAsked(null)} />}
    </SessionGate>
  )
}
