import { useRouter } from '@tarojs/taro'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { topicWords as words } from '@/copy/topic'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import { TopicCard } from '@/features/topic/topic-card'
import { open, paramText, routes } from '@/routes'

function Content() {
  const groupPath = paramText(useRouter().params.group)
  const list = usePagedAction('topic.list', { groupPath })
  return (
    <ListStates
      list={list}
      keyOf={({ _id }) => _id}
      empty={{ art: 'bench', words: words.listEmpty }}
      render={(topic) => <TopicCard topic={topic} onOpen={() => open(routes.topic(topic._id))} />}
    />
  )
}

/** 议题: what was talked over in a group, newest first. */
export default function TopicsPage() {
  return (
    <SessionGate>
      <Screen>
        <Content />
      </Screen>
    </SessionGate>
  )
}
