import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListStates } from '@/components/list-states'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import type { MessageView } from '@/domain/chat/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { GroupSearch } from './group-search'
import { isLong, useGroupList } from './use-groups'
import styles from './sheets.module.scss'

/** Carries a message into another of my groups. Mount it to open it. */
export function ForwardSheet({ message, onClose }: { message: MessageView; onClose: () => void }) {
  const { groupPath, seq } = message
  const [search, setSearch] = useState('')
  const query = useGroupList(search)
  const { run, isRunning } = useCommand('chat.forward')
  const forward = async (toGroupPath: string): Promise<void> => {
    if (!isRunning && (await run({ groupPath, seq, toGroupPath }))) {
      toast(chat.forwarded)
      onClose()
    }
  }
  const list = { ...query, items: query.items.filter((group) => group.groupPath !== groupPath) }
  return (
    <Sheet isOpen title={chat.forwardTo} onClose={onClose}>
      {(search !== '' || isLong(query)) && <GroupSearch search={search} onSearch={setSearch} />}
      <View className={styles.rows}>
        <ListStates
          list={list}
          keyOf={(group) => group.groupPath}
          empty={search === '' ? { art: 'letterbox', words: chat.forwardNowhere } : chat.noSuch}
          render={(group) => (
            <Tap className={styles.row} onClick={() => void forward(group.groupPath)}>
              {group.name}
            </Tap>
          )}
        />
      </View>
    </Sheet>
  )
}
