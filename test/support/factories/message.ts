import { plainMessage, type Message } from '@/domain/chat/schema'
import { places, startOfTests } from './places'

/** The first words in the group of building 4. */
export const aMessage = (overrides: Partial<Message> = {}): Message => ({
  ...plainMessage,
  _id: 'message-0001',
  groupPath: places.building4,
  seq: 1,
  authorId: 'resident-li',
  authorName: '李阿姨',
  authorTitle: 'neighbour',
  body: { kind: 'text', text: '大家好' },
  sentAt: startOfTests,
  ...overrides,
})
