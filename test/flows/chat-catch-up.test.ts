import { ChatPhone } from '../support/chat-phone'
import { aMessage } from '../support/factories/message'
import { places } from '../support/factories/places'
import { people, useTestCloud } from '../support/test-cloud'

jest.mock('@/cloud/provider', () => jest.requireActual('../support/chat-phone') as object)
// This phone is looked at all the time.
jest.mock('@tarojs/taro', () => ({
  onAppShow: () => undefined,
  offAppShow: () => undefined,
  onAppHide: () => undefined,
  offAppHide: () => undefined,
}))
jest.mock('@/platform/storage', () => ({
  read: () => null,
  keep: () => undefined,
  forget: () => undefined,
}))

const test = useTestCloud()
const groupPath = places.building4

const insert = async (from: number, count: number): Promise<void> => {
  for (let done = 0; done < count; done += 1000)
    await test.cloud.database.insert(
      'messages',
      Array.from({ length: Math.min(1000, count - done) }, (_, n) =>
        aMessage({ _id: `message-${from + done + n}`, seq: from + done + n }),
      ),
    )
}
const asked = () => test.cloud.functions.logs().filter(({ name }) => name === 'chat').length

it('a phone that missed 1,000 messages, or 6,000, asks as often', async () => {
  const { token } = test.cloud.personas.create({ id: 'li', openid: people.li, name: '李阿姨' })
  const phone = new ChatPhone({ url: test.cloud.url, token }, groupPath)
  await insert(1, 50)
  await phone.settle()
  const missed = async (count: number): Promise<number> => {
    const newest = phone.timeline?.knownTo ?? 0
    await insert(newest + 1, count)
    const before = asked()
    await phone.settle()
    expect(phone.timeline?.messages.at(-1)?.seq).toBe(newest + count)
    return asked() - before
  }
  const [few, many] = [await missed(1000), await missed(6000)]
  expect(many).toBe(few)
  // What comes next, how far it goes, and then the end.
  expect(many).toBeLessThanOrEqual(3)
})
