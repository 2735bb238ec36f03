import { View } from '@tarojs/components'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { ListStates } from '@/components/list-states'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { chat } from '@/copy/chat'
import { authorTitleNames } from '@/copy/people'
import { canCallAll } from '@/domain/chat/policy'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import type { Called } from './calls'
import styles from './sheets.module.scss'

interface MembersSheetProps {
  groupPath: string
  onChoose: (called: Called) => void
  onClose: () => void
}

/** Whom a message calls by name; everyone, for those who may. Mount it to open it. */
export function MembersSheet({ groupPath, onChoose, onClose }: MembersSheetProps) {
  const [search, setSearch] = useState('')
  const { account } = useSession()
  const members = usePagedAction('chat.members', { groupPath, search: search.trim() })
  return (
    <Sheet isOpen title={chat.callWhom} onClose={onClose}>
      <TextField label={chat.callSearch} value={search} maxLength={20} onChange={setSearch} />
      <View className={styles.rows}>
        {account && canCallAll(account, groupPath) && (
          <Tap className={styles.row} onClick={() => onChoose({ userId: null, name: chat.callAll })}>
            {chat.callAll}
          </Tap>
        )}
        <ListStates
          list={{ ...members, items: members.items.filter(({ isMe }) => !isMe) }}
          keyOf={({ userId }) => userId}
          empty={{ art: 'door', words: chat.callNobody }}
          render={({ userId, nickname, title, avatarFileId }) => (
            <Tap className={styles.row} onClick={() => onChoose({ userId, name: nickname })}>
              <Avatar name={nickname} size="small" fileId={avatarFileId} />
              <View className={styles.name}>{nickname}</View>
              {title !== 'neighbour' && <View className={styles.hint}>{authorTitleNames[title]}</View>}
            </Tap>
          )}
        />
      </View>
    </Sheet>
  )
}
