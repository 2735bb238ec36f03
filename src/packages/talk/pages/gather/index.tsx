import Taro, { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { ListStates, wholeList } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { Tap } from '@/components/tap'
import { TextField } from '@/components/text-field'
import { topicWords as words } from '@/copy/topic'
import { SessionGate } from '@/features/session/session-gate'
import { useAction, usePagedAction } from '@/features/session/use-action'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { openInstead, paramText, routes } from '@/routes'
import { Said } from '../../_components/said'
import styles from './index.module.scss'

const longest = 40

function Content() {
  const { params } = useRouter()
  const groupPath = paramText(params.group)
  const seqs = (params.seqs ?? '')
    .split(',')
    .map(Number)
    .filter((seq) => seq > 0)
  const said = useAction('chat.get', { groupPath, seqs })
  const topics = usePagedAction('topic.list', { groupPath })
  const { run, isRunning } = useCommands()
  const [title, setTitle] = useState('')
  const open = topics.items.filter(({ allowedActions }) => allowedActions.includes('add'))

  const gather = async (): Promise<void> => {
    const done = await run('topic.open', { groupPath, title: title.trim(), seqs })
    if (!done) return
    toast(words.gathered)
    openInstead(routes.topic(done.topic._id))
  }
  const add = async (topicId: string): Promise<void> => {
    if (isRunning || !(await run('topic.add', { topicId, seqs }))) return
    void Taro.navigateBack()
    toast(words.added)
  }
  return (
    <>
      <TextField
        label={words.gatherTitle}
        value={title}
        placeholder={words.gatherField}
        hint={words.gatherHint}
        maxLength={longest}
        onChange={setTitle}
      />
      <PrimaryButton isDisabled={title.trim().length < 2} isLoading={isRunning} onClick={() => void gather()}>
        {words.gatherSend}
      </PrimaryButton>
      {open.length > 0 && (
        <>
          <View className={styles.heading}>{words.gatherInto}</View>
          <Card isFlush>
            {open.map((topic) => (
              <Tap key={topic._id} className={styles.row} onClick={() => void add(topic._id)}>
                {topic.title}
              </Tap>
            ))}
          </Card>
        </>
      )}
      <View className={styles.heading}>{words.picked(seqs.length)}</View>
      <ListStates
        list={wholeList(said, ({ items }) => items)}
        keyOf={({ _id }) => _id}
        empty={{ art: 'letterbox', words: words.pickedEmpty }}
        render={(message) => (
          <Card>
            <Said message={message} />
          </Card>
        )}
      />
    </>
  )
}

/** Gives what was said a name, or puts it to what is talked about already. */
export default function GatherPage() {
  return (
    <SessionGate>
      <Screen>
        <Content />
      </Screen>
    </SessionGate>
  )
}
