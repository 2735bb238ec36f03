import { View } from '@tarojs/components'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { ListStates } from '@/components/list-states'
import { Sheet } from '@/components/sheet'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { chat } from '@/copy/chat'
import { authorTitleNames } from '@/copy/people'
import type { Output } from '@/domain/contracts'
import { canModerate } from '@/domain/chat/policy'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import type { Called } from './calls'
import styles from './sheets.module.scss'

interface MembersSheetProps {
  groupPath: string
  title?: string
  /** Left out: they are only looked at. */
  onChoose?: ((called: Called) => void) | null
  onClose: () => void
}

type Member = Output<'chat.members'>['items'][number]

function Row({ member, onChoose }: { member: Member } & Pick<MembersSheetProps, 'onChoose'>) {
  const { userId, nickname, title, avatarFileId } = member
  const inside = (
    <>
      <Avatar name={nickname} size="small" fileId={avatarFileId} />
      <View className={styles.name}>{nickname}</View>
      {title !== 'neighbour' && <View className={styles.hint}>{authorTitleNames[title]}</View>}
    </>
  )
  if (!onChoose) return <View className={styles.row}>{inside}</View>
  return (
    <Tap className={styles.row} onClick={() => onChoose({ userId, name: nickname })}>
      {inside}
    </Tap>
  )
}

/** Whom a message calls by name, and everyone, for those who may; or who is here. Mount it to open it. */
export function MembersSheet({
  groupPath,
  title = chat.callWhom,
  onChoose = null,
  onClose,
}: MembersSheetProps) {
  const [search, setSearch] = useState('')
  const { account } = useSession()
  const members = usePagedAction('chat.members', { groupPath, search: search.trim() })
  return (
    <Sheet isOpen title={title} onClose={onClose}>
      <TextField label={chat.callSearch} value={search} maxLength={20} onChange={setSearch} />
      <View className={styles.rows}>
        {onChoose && account && canModerate(account, groupPath) && (
          <Tap className={styles.row} onClick={() => onChoose({ userId: null, name: chat.callAll })}>
            {chat.callAll}
          </Tap>
        )}
        <ListStates
          list={{ ...members, items: members.items.filter(({ isMe }) => !isMe || !onChoose) }}
          keyOf={({ userId }) => userId}
          empty={{ art: 'door', words: chat.callNobody }}
          render={(member) => <Row member={member} onChoose={onChoose} />}
        />
      </View>
    </Sheet>
  )
}
