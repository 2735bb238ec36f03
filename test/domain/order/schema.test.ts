import {
  fileIdSchema,
  offerSchema,
  orderSchema,
  orderTextSchema,
  phoneSchema,
  reviewSchema,
  timeWindowSchema,
} from '@/domain/order/schema'
import { anOrder, personOffer } from '../../support/factories/order'
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
    ['one sign', '漏', false],
    ['two signs', '漏水', true],
    ['only spaces', '     ', false],
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
  const review = { stars: 5, tags: ['kind'], words: '', at: now }

  it.each([1, 5])('%d stars', (stars) => expect(accepts(reviewSchema, { ...review, stars })).toBe(true))

  it.each([0, 6, 4.5, '5', null])('not: %p stars', (stars) => {
    expect(accepts(reviewSchema, { ...review, stars })).toBe(false)
  })

  it('only tags that there are, and no more than there are', () => {
    expect(accepts(reviewSchema, { ...review, tags: ['handsome'] })).toBe(false)
    expect(accepts(reviewSchema, { ...review, tags: Array(6).fill('kind') })).toBe(false)
  })

  it('three hundred signs of words, not more', () => {
    expect(accepts(reviewSchema, { ...review, words: '好'.repeat(300) })).toBe(true)
    expect(accepts(reviewSchema, { ...review, words: '好'.repeat(301) })).toBe(false)
  })
})

describe('order: what may be stored', () => {
  it.each([
    ['the hall', { kind: 'hall' }, true],
    ['a person', personOffer(), true],
    ['a person without a name', personOffer({ volunteerName: '' }), false],
    ['a kind that is none', { kind: 'everyone' }, false],
  ])('an offer to %s', (_what, offer, expected) => {
    expect(accepts(offerSchema, offer)).toBe(expected)
  })

  it.each(['status', 'phase', 'version', 'contact', 'outbox', 'wakeAt', 'communityPath'])(
    'not without %s',
    (field) => {
      expect(accepts(orderSchema, { ...anOrder(), [field]: undefined })).toBe(false)
    },
  )
})
