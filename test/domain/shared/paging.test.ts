import fc from '../../support/fast-check'
import { pageInputSchema, pageKey } from '@/domain/shared/paging'
import { timestampSchema } from '@/domain/shared/time'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{8,64}$/)
/** Moments as phones make them: until the year 33658. Neighbouring ones are likely. */
const moment = fc.oneof(fc.integer({ min: 0, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 20 }))

describe('paging: keys', () => {
  it('are ordered by moment, then by id', () => {
    fc.assert(
      fc.property(moment, id, moment, id, (at, one, later, other) => {
        const isBefore = at === later ? one < other : at < later
        expect(pageKey(at, one) < pageKey(later, other)).toBe(isBefore)
      }),
    )
  })

  it('of two documents are never the same', () => {
    fc.assert(
      fc.property(moment, id, moment, id, (at, one, later, other) => {
        expect(pageKey(at, one) === pageKey(later, other)).toBe(at === later && one === other)
      }),
    )
  })

  it('go back as a cursor, whatever the id', () => {
    fc.assert(
      fc.property(moment, id, (at, one) => pageInputSchema.safeParse({ cursor: pageKey(at, one) }).success),
    )
  })

  it('are ordered by moment for every moment that a document may hold', () => {
    const far = 1_000_000_000_000_000
    const isAllowed = timestampSchema.safeParse(far).success
    expect(!isAllowed || pageKey(far, 'document-b') > pageKey(far - 1, 'document-a')).toBe(true)
  })
})

describe('paging: what a caller may ask for', () => {
  it('the first twenty, where nothing is said', () => {
    expect(pageInputSchema.parse({})).toEqual({ cursor: null, limit: 20 })
  })

  it.each([0, -1, 51, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '20', null])('not: %s at once', (limit) => {
    expect(pageInputSchema.safeParse({ limit }).success).toBe(false)
  })

  it.each([1, 50])('%s at once', (limit) => {
    expect(pageInputSchema.safeParse({ limit }).success).toBe(true)
  })

  it('not: a cursor that no page gave, being too long', () => {
    expect(pageInputSchema.safeParse({ cursor: 'x'.repeat(97) }).success).toBe(false)
  })
})
