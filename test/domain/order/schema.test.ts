import { beneficiarySchema, offerSchema, reviewSchema, timeWindowSchema } from '@/domain/order/parts'
import { fileIdSchema, phoneSchema, voiceSchema } from '@/domain/shared/contact'
import {
  beneficiaryIdOf,
  derivedFields,
  freeSlots,
  isWindowOpen,
  orderSchema,
  orderTextSchema,
} from '@/domain/order/schema'
import { days } from '@/domain/shared/time'
import { anOrder, aReview, aTaker, hallOffer, peopleOffer, wang } from '../../support/factories/order'
import { startOfTests as now } from '../../support/factories/places'

const accepts = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success

describe('order: what may be written in it', () => {
  it.each([
    ['a mobile number', '13800138000', true],
    ['one of the 199s', '19912345678', true],
    ['a number that no one has', '12012345678', false],
    ['ten digits', '1380013800', false],
    ['twelve digits', '138001380001', false],
    ['a country code', '+8613800138000', false],
    ['a landline', '02512345678', false],
    ['full-width digits', '１３８００１３８０００', false],
    ['a line after it', '13800138000\n', false],
  ])('phone: %s', (_what, phone, expected) => {
    expect(accepts(phoneSchema, phone)).toBe(expected)
  })

  it.each([
    ['one sign', '漏', true],
    ['nothing, where a voice says it', '', true],
    ['only spaces, which are nothing', '     ', true],
    ['signs that nobody sees', '水\u0007', false],
    ['five hundred', '水'.repeat(500), true],
    ['five hundred and one', '水'.repeat(501), false],
  ])('text: %s', (_what, text, expected) => {
    expect(accepts(orderTextSchema, text)).toBe(expected)
  })

  it.each([
    ['from before to', now, now + 1, true],
    ['no time at all', now, now, false],
    ['backwards', now + 1, now, false],
    ['before 1970', -2, -1, false],
  ])('window: %s', (_what, from, to, expected) => {
    expect(accepts(timeWindowSchema, { from, to })).toBe(expected)
  })

  it.each([
    ['a cloud file', 'cloud://env.1234/photos/a.jpg', true],
    ['a page on the web', 'https://example.com/a.jpg', false],
    ['a script', 'javascript:alert(1)', false],
    ['a space in it', 'cloud://a b', false],
    ['nothing after it', 'cloud://', false],
    ['without end', `cloud://${'a'.repeat(301)}`, false],
  ])('photo: %s', (_what, fileId, expected) => {
    expect(accepts(fileIdSchema, fileId)).toBe(expected)
  })
})

describe('order: a rating', () => {
  const review = aReview({ tags: ['kind'] })

  it.each([1, 5])('%d stars', (stars) => expect(accepts(reviewSchema, { ...review, stars })).toBe(true))

  it.each([0, 6, 4.5, '5', null])('not: %p stars', (stars) => {
    expect(accepts(reviewSchema, { ...review, stars })).toBe(false)
  })

  it('only tags that there are, and no more than there are', () => {
    expect(accepts(reviewSchema, { ...review, tags: ['handsome'] })).toBe(false)
    expect(accepts(reviewSchema, { ...review, tags: Array(6).fill('kind') })).toBe(false)
  })

  it('exact in what they want to be exact in', () => {
    expect(accepts(reviewSchema, { ...review, dimensions: { manner: 5 } })).toBe(true)
    expect(accepts(reviewSchema, { ...review, dimensions: { manner: 6 } })).toBe(false)
    expect(accepts(reviewSchema, { ...review, dimensions: { looks: 5 } })).toBe(false)
  })

  it('thanks are one short line', () => {
    expect(accepts(reviewSchema, { ...review, thanks: '谢'.repeat(60) })).toBe(true)
    expect(accepts(reviewSchema, { ...review, thanks: '谢'.repeat(61) })).toBe(false)
    expect(accepts(reviewSchema, { ...review, thanks: '谢\n谢' })).toBe(false)
  })

  it.each([
    [0.4, false],
    [0.5, true],
    [60, true],
    [61, false],
  ])('a voice of %d seconds', (seconds, expected) => {
    expect(accepts(voiceSchema, { fileId: 'cloud://demo/a.mp3', seconds })).toBe(expected)
  })

  it('three hundred signs of words, not more', () => {
    expect(accepts(reviewSchema, { ...review, words: '好'.repeat(300) })).toBe(true)
    expect(accepts(reviewSchema, { ...review, words: '好'.repeat(301) })).toBe(false)
  })
})

describe('order: for whom', () => {
  const other = { kind: 'other', name: '李奶奶', relation: 'family', userId: null, consent: 'byPhone' }
  it.each([
    ['for me', { kind: 'self' }, true],
    ['for another, who agreed', other, true],
    ['for another without a word of consent', { ...other, consent: undefined }, false],
    ['for another without a name', { ...other, name: '' }, false],
  ])('%s', (_what, beneficiary, expected) => {
    expect(accepts(beneficiarySchema, beneficiary)).toBe(expected)
  })

  it('the one helped: me, the other with an account, or nobody known here', () => {
    const beneficiary = { ...other, kind: 'other', relation: 'family', consent: 'byPhone' } as const
    expect(beneficiaryIdOf(anOrder())).toBe('resident-li')
    expect(beneficiaryIdOf(anOrder({ beneficiary: { ...beneficiary, userId: 'resident-old-li' } }))).toBe(
      'resident-old-li',
    )
    expect(beneficiaryIdOf(anOrder({ beneficiary }))).toBeNull()
  })
})

describe('order: what may be stored', () => {
  const people = Array.from({ length: 11 }, (_, n) => ({ userId: `volunteer-${n}`, name: '王' }))
  it.each([
    ['the hall', hallOffer, true],
    ['people', peopleOffer(), true],
    ['ten', peopleOffer(...people.slice(0, 10)), true],
    ['eleven', peopleOffer(...people), false],
    ['nobody', { kind: 'people', people: [] }, false],
    ['a person without a name', peopleOffer({ ...wang, name: '' }), false],
    ['a kind that is none', { kind: 'everyone' }, false],
  ])('an offer to %s', (_what, offer, expected) => {
    expect(accepts(offerSchema, offer)).toBe(expected)
  })

  it.each([
    'status',
    'phase',
    'version',
    'contact',
    'doorCode',
    'outbox',
    'clocks',
    'takers',
    'communityPath',
  ])('not without %s', (field) => {
    expect(accepts(orderSchema, { ...anOrder(), [field]: undefined })).toBe(false)
  })

  it.each([0, 51, 1.5])('not for %d people', (people) => {
    expect(accepts(orderSchema, { ...anOrder(), people })).toBe(false)
  })
})

describe('order: what follows from the rest', () => {
  it('who takes it, who is asked, when to wake, and who is to be called', () => {
    const order = anOrder({
      offer: peopleOffer(wang),
      takers: [aTaker({ userId: 'volunteer-ma', standIn: { userId: 'volunteer-zhao', name: '赵姐' } })],
      clocks: { lapse: now + 5, escalate: now + 3, advance: now + 4 },
      unreached: [{ to: 'resident-li', moment: 'late', at: now }],
      review: aReview({ stars: 1 }),
    })
    expect(derivedFields(order)).toMatchObject({
      takerIds: ['volunteer-ma'],
      offeredIds: ['volunteer-wang'],
      standInIds: ['volunteer-zhao'],
      wakeAt: now + 3,
      hasUnreached: true,
      needsFollowUp: true,
    })
  })

  it.each([
    ['wanted there', { thanks: '谢谢', onWall: true, at: Date.UTC(2025, 0, 31, 15, 59) }, '2025-01'],
    ['after midnight in China', { thanks: '谢谢', onWall: true, at: Date.UTC(2025, 0, 31, 16) }, '2025-02'],
    ['not wanted there', { thanks: '谢谢', onWall: false }, null],
    ['nothing said', { thanks: '', onWall: true }, null],
  ] as const)('thanks, %s: the month of the wall they hang on', (_what, review, month) => {
    expect(derivedFields(anOrder({ review: aReview(review) })).wallMonth).toBe(month)
  })

  it('nothing runs: never wakes', () => {
    const order = anOrder({ clocks: {}, offer: hallOffer })
    expect(derivedFields(order)).toMatchObject({ wakeAt: null, offeredIds: [], hasUnreached: false })
  })

  it.each([
    [3, 1, 2],
    [1, 1, 0],
    [1, 2, 0],
  ])('%d wanted, %d come: %d may still take it', (people, coming, free) => {
    const takers = Array.from({ length: coming }, (_, n) => aTaker({ userId: `volunteer-${n}` }))
    expect(freeSlots({ people, takers })).toBe(free)
  })

  it.each([
    ['now until later', now - 1, now + 1, true],
    ['over', now - 2, now, false],
    ['next year', now + days(90), now + days(91), false],
    ['a week long', now + 1, now + 1 + days(7), true],
    ['longer than a week', now + 1, now + 2 + days(7), false],
  ])('a window that is %s', (_what, from, to, expected) => {
    expect(isWindowOpen({ from, to }, now)).toBe(expected)
  })
})
