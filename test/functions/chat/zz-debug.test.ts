import { threadOf } from '@/domain/chat/thread'
import { roadOf } from '../../support/order-road'
import { people, useTestCloud } from '../../support/test-cloud'
const test = useTestCloud()
const road = roadOf(test)
it('x', async () => {
  const out: string[] = []
  const { _id } = await road.acceptedOrder()
  const say = (who: string) => test.as(who).code('chat.send', { groupPath: threadOf(_id), body: { kind: 'text', text: '好的' } })
  out.push(await say(people.volunteer), await say(people.li), await say(people.staff))
  const errors = test.cloud.functions.logs().flatMap(({ lines }) => lines.filter(({ text }) => text.includes('"error"')).map(({ text }) => text.slice(0, 1500)))
  console.log(out.join(), errors.join('\n'))
})
