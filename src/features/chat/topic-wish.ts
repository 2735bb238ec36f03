interface TopicWish {
  groupPath: string
  topicId: string
}

let wish: TopicWish | null = null

/** A topic's page asks for more messages of its group: the chat takes it up when it is shown. */
export const wishForTopic = (next: TopicWish): void => void (wish = next)

/** The topic that wants more of this group, once; null: none does. */
export function takeTopicWish(groupPath: string): string | null {
  if (wish?.groupPath !== groupPath) return null
  const { topicId } = wish
  wish = null
  return topicId
}
