import { topicKind } from '@/domain/signal/topics'
import { testSealing } from './test-key'

/** Where the signal of a topic stands in a test's cloud: a person's under an id that nobody can guess. */
export const signalId = (topic: string): string =>
  topicKind(topic) === 'user' ? `user:${testSealing.blind('signal', topic)}` : topic
