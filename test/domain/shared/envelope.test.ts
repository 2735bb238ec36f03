import { universalErrors } from '@/domain/shared/contract'
import { answerSchema, requestSchema } from '@/domain/shared/envelope'
import { AppError, errorCodes } from '@/domain/shared/errors'

const request = { action: 'order.get', requestId: 'request-0001', input: { orderId: 'order-0001' } }

describe('errors', () => {
  it('every code is there once', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length)
  })

  it('those that any action may answer are codes, each once', () => {
    expect(errorCodes).toEqual(expect.arrayContaining([...universalErrors]))
    expect(new Set(universalErrors).size).toBe(universalErrors.length)
  })

  it('an error carries its code, and details where there are some', () => {
    expect(new AppError('NotFound')).toMatchObject({ code: 'NotFound', details: {}, name: 'AppError' })
    expect(new AppError('Conflict', { status: 'placed' }).details).toEqual({ status: 'placed' })
    expect(new AppError('Conflict')).toBeInstanceOf(Error)
  })
})

describe('envelope: request', () => {
  it('is taken as it is', () => {
    expect(requestSchema.parse(request)).toEqual(request)
  })

  it.each([
    ['no action', { ...request, action: undefined }],
    ['an action without end', { ...request, action: 'a'.repeat(65) }],
    ['no request id', { ...request, requestId: undefined }],
    ['a request id that is a query', { ...request, requestId: { $gt: '' } }],
    ['a list', [request]],
    ['nothing', null],
  ])('refused: %s', (_why, value) => {
    expect(requestSchema.safeParse(value).success).toBe(false)
  })

  it('who calls is not said in it: an openid is dropped', () => {
    expect(requestSchema.parse({ ...request, openid: 'someone-else' })).toEqual(request)
  })
})

describe('envelope: answer', () => {
  it.each(errorCodes)('may be the error %s', (code) => {
    const answer = { ok: false, error: { code, details: {} }, requestId: 'request-0001' }
    expect(answerSchema.parse(answer)).toEqual(answer)
  })

  it.each([
    ['a code that nobody knows', { ok: false, error: { code: 'Oops', details: {} }, requestId: 'r' }],
    ['neither good nor bad', { data: {} }],
    ['good as a word', { ok: 'true', data: {} }],
  ])('refused: %s', (_why, value) => {
    expect(answerSchema.safeParse(value).success).toBe(false)
  })
})
