import { View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { ListStates, wholeList } from '@/components/list-states'
import { Sheet } from '@/components/sheet'
import { notice as words } from '@/copy/notice'
import { useAction } from '@/features/session/use-action'
import styles from './unread-sheet.module.scss'

/** Who has not read a notice yet, so that someone can knock. */
export function UnreadSheet({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const query = useAction('notice.unread', { noticeId })
  const total = query.data?.total ?? 0
  const shown = query.data?.items.length ?? 0
  return (
    <Sheet isOpen title={query.data ? words.unreadTitle(total) : words.whoHasNot} onClose={onClose}>
      {shown > 0 && <View className={styles.hint}>{words.unreadHint}</View>}
      <ListStates
        list={wholeList(query, ({ items }) => items)}
        keyOf={({ userId }) => userId}
        empty={{ art: 'cups', words: words.unreadEmpty }}
        render={({ nickname, areaName }) => (
          <View className={styles.row}>
            <Avatar name={nickname} size="small" />
            <View className={styles.name}>{nickname}</View>
            <View className={styles.area}>{areaName}</View>
          </View>
        )}
      />
      {shown < total && <View className={styles.hint}>{words.unreadMore(shown)}</View>}
    </Sheet>
  )
}
