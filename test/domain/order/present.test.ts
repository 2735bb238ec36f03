import { livesIn } from '@/domain/account/policy'
import {
  canView,
  canViewContact,
  canViewDoorCode,
  canViewRequester,
  canViewWords,
} from '@/domain/order/policy'
import { orderViewSchema, presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import { anAccount } from '../../support/factories/account'
import { anActivity, anOrder, aReview, doorCode, secrets } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'
import { everyone, people, personNames, scenes, type PersonName, type SceneName } from './people'

/** Words that occur nowhere else, in every place where something could slip out. */
const mark = {
  requesterName: '暗号姓名',
  beneficiaryName: '暗号老人',
  words: '暗号原话',
  answer: '暗号回答',
  photo: 'cloud://demo/mark-before.jpg',
  voice: 'cloud://demo/mark-voice.mp3',
  doneNote: '暗号完成',
  donePhoto: 'cloud://demo/mark-after.jpg',
  reviewWords: '暗号评语',
  reviewVoice: 'cloud://demo/mark-review.mp3',
  thanks: '暗号感谢',
  note: '暗号备注',
  internal: '暗号内部',
  finding: '暗号回访',
  safety: '暗号安全',
  requestId: 'MARK-request-id',
  outboxTo: 'MARK-outbox-to',
  auto: 'nearest',
} as const

const words = [mark.words, mark.answer, mark.photo, mark.voice, mark.doneNote, mark.donePhoto]
const ratings = [mark.reviewWords, mark.reviewVoice, mark.thanks]
const names = [mark.requesterName, mark.beneficiaryName, mark.note]
const internals = [mark.internal, mark.finding, mark.safety]
const doors = [...Object.values(secrets)]

/** The order of a situation with the marks put in; everyone keeps their part. */
const marked = (scene: SceneName): Order => {
  const order = scenes[scene]
  const voice = (fileId: string) => ({ fileId, seconds: 5 })
  const line = { byName: mark.requesterName, requestId: mark.requestId }
  return {
    ...order,
    text: mark.words,
    voice: voice(mark.voice),
    answers: [{ question: '哪里', answer: mark.answer }],
    photoFileIds: [mark.photo],
    requesterName: mark.requesterName,
    beneficiary: { ...(order.beneficiary as object), name: mark.beneficiaryName } as Order['beneficiary'],
    service: { ...order.service, auto: [{ to: 'nearest', count: 3, afterMinutes: 0 }] },
    completion: { note: mark.doneNote, photoFileIds: [mark.donePhoto] },
    review: aReview({
      stars: 2,
      words: mark.reviewWords,
      voice: voice(mark.reviewVoice),
      thanks: mark.thanks,
    }),
    followUp: { finding: mark.finding, byName: '陈社工', at: startOfTests },
    visitRatings: [{ userId: 'volunteer-wang', safety: 'unsafe', note: mark.safety, at: startOfTests }],
    activity: [
      anActivity({ ...line, note: mark.note }),
      anActivity({ ...line, note: mark.internal, isInternal: true }),
    ],
    outbox: [
      { id: 'MARK-outbox-id', to: mark.outboxTo, moment: 'accepted', at: startOfTests, sendAt: startOfTests },
    ],
    followerIds: ['MARK-follower'],
  }
}

const textFor = (name: PersonName, order: Order): string => JSON.stringify(presentOrder(people[name], order))
const helped: PersonName[] = ['requester', 'beneficiary', 'proxy']
const desk: PersonName[] = ['staff of the community', 'staff of the building', 'staff of the street']

const shows = (text: string, secret: readonly string[], isShown: boolean) => {
  for (const word of secret) expect([word, text.includes(word)]).toEqual([word, isShown])
}

describe('order view: what nobody gets', () => {
  it.each(everyone)('%s: when it is %s', (name, scene) => {
    shows(
      textFor(name, marked(scene)),
      [
        'openid',
        'utbox',
        mark.requestId,
        mark.outboxTo,
        mark.auto,
        'MARK-follower',
        'wakeAt',
        'clocks',
        'autoStep',
      ],
      false,
    )
  })

  it.each(everyone)('%s: only the fields of a view, and a valid one, when it is %s', (name, scene) => {
    const view = presentOrder(people[name], scenes[scene])
    expect(orderViewSchema.parse(view)).toEqual(view)
    expect(Object.keys(view).sort()).toEqual(Object.keys(orderViewSchema.shape).sort())
  })

  it('a field that the database adds does not pass the schema of the answer', () => {
    const stored = { ...anOrder(), _openid: 'openid-of-resident-li' }
    expect(JSON.stringify(orderViewSchema.parse(presentOrder(anAccount(), stored)))).not.toContain('openid')
  })
})

describe('order view: everyone, searched for every secret', () => {
  const both: SceneName[] = [
    'accepted',
    'in service, one there',
    'in service, the captain late',
    'in service, both there',
  ]
  const withoutSecond: SceneName = 'in service, all there by code'
  // Whoever has gone home sees the door no more.
  const withoutCaptain: SceneName = 'in service, the captain gone home'
  const underWay: SceneName[] = [...both, withoutSecond, withoutCaptain]
  const comesTo: Partial<Record<PersonName, SceneName[]>> = {
    captain: [...both, withoutSecond],
    'second taker': [...both, withoutCaptain],
  }

  it.each(everyone)('%s: when it is %s', (name, scene) => {
    const order = marked(scene)
    const text = textFor(name, order)
    const isHelped = helped.includes(name)
    // Who merely acts for them sees it while there is something to do, or to rate.
    const isPast = scenes[scene].phase === 'done' && scene !== 'completed'
    const seesDoor = isHelped ? name !== 'proxy' || !isPast : (comesTo[name]?.includes(scene) ?? false)
    // Those who have to call ask for the phone itself, and leave a line.
    shows(text, Object.values(secrets), seesDoor)
    shows(text, [doorCode], isHelped && name !== 'requester' && underWay.includes(scene))
    shows(text, internals, desk.includes(name))
    shows(text, [...words, ...ratings], canViewWords(people[name], order))
    shows(text, names, canViewRequester(people[name], order))
  })
})

describe('order view: those without a part in it, by hand', () => {
  const without: PersonName[] = [
    'volunteer of another community',
    'staff of another community',
    'staff of another building',
    'leader of another building',
    'leader of building 41',
    'neighbour in the building',
    'neighbour in its stairwell',
    'neighbour elsewhere',
    'declined neighbour',
    'property manager',
    'grid worker',
    'stranger',
  ]
  const all = [...doors, doorCode, ...words, ...ratings, ...names, ...internals]
  const cases = everyone.filter(([name]) => without.includes(name))

  it.each(cases)('%s: reads nothing of it when it is %s', (name, scene) => {
    shows(textFor(name, marked(scene)), all, false)
  })

  it.each(cases)('%s: neither as a follower, when it is %s', (name, scene) => {
    const order = { ...marked(scene), followerIds: [people[name]._id] }
    expect(canView(people[name], order)).toBe(livesIn(people[name], places.community))
    shows(textFor(name, order), all, false)
    expect(presentOrder(people[name], order)).toMatchObject({ isFollowed: true, followerCount: 1 })
  })

  it('street office: what is wanted and how it stands, but neither name nor door', () => {
    const text = textFor('street office', marked('placed'))
    shows(text, [...doors, doorCode, ...names, ...internals], false)
    expect(text).toContain(mark.words)
  })

  it('the hall: what is wanted, but neither name, nor door, nor history', () => {
    const view = presentOrder(people.volunteer, marked('in the hall'))
    expect(view).toMatchObject({
      text: mark.words,
      requesterName: null,
      beneficiary: null,
      activity: [],
      contact: null,
      doorCode: null,
      isMine: false,
      allowedActions: ['accept'],
    })
  })
})

describe('order view: who is to be called', () => {
  const callers: PersonName[] = [...desk, 'leader of the building']
  it.each(everyone)('%s: when it is %s', (name, scene) => {
    expect(presentOrder(people[name], scenes[scene]).unreached).toHaveLength(callers.includes(name) ? 1 : 0)
  })
})

describe('order view: follows the policy, and changes nothing', () => {
  it.each(everyone)('%s: when it is %s', (name, scene) => {
    const account = people[name]
    const order = marked(scene)
    const before = structuredClone(order)
    const view = presentOrder(account, order)
    expect(view.contact !== null).toBe(canViewContact(account, order))
    expect(view.doorCode !== null).toBe(canViewDoorCode(account, order))
    expect(view.requesterName !== null).toBe(canViewRequester(account, order))
    for (const sees of [canViewContact, canViewDoorCode, canViewRequester, canViewWords])
      expect(sees(account, order) && !canView(account, order)).toBe(false)
    expect(order).toEqual(before)
  })

  it('requester: knows it as their own, with its history in words', () => {
    const view = presentOrder(anAccount(), anOrder())
    expect(view).toMatchObject({ isMine: true, requesterName: '李阿姨', contact: secrets, answerBy: null })
    expect(view.activity).toEqual([
      {
        event: 'create',
        from: null,
        to: 'placed',
        byName: '李阿姨',
        at: startOfTests,
        note: '',
        isInternal: false,
      },
    ])
  })

  it('volunteer: knows by when an offer wants an answer', () => {
    const order = scenes['offered to one']
    expect(presentOrder(people.offeree, order).answerBy).toBe(order.clocks.lapse)
  })

  it('every kind of person was asked', () => {
    expect(new Set(everyone.map(([name]) => name)).size).toBe(personNames.length)
  })
})
