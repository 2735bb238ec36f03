import { useRouter } from '@tarojs/taro'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { notice as words } from '@/copy/notice'
import { NoticeRow } from '@/features/notice/notice-row'
import { usePagedAction } from '@/features/session/use-action'

/** 公告: what was told to where I live, newest first; opening one counts as read. */
export default function NoticesPage() {
  const { id } = useRouter().params
  const list = usePagedAction('notice.list', {})
  return (
    <Screen>
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={{ art: 'letterbox', words: words.listEmpty }}
        render={(notice) => <NoticeRow notice={notice} isOpenFirst={notice._id === id} />}
      />
    </Screen>
  )
}
