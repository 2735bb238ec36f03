import type { CollectionRule, Document, Query } from '../../local-cloud/database/definitions'
import { askerOf, bookOf, isAllowed, NOW } from './_support/rules'

const own = 'doc._openid == auth.openid'
type Operation = 'read' | 'update' | 'delete'
const mayDo = (rule: CollectionRule, operation: Operation, query: Query, data?: Document): boolean =>
  isAllowed(() =>
    bookOf(rule).permit({ operation, collection: 'c', query, ...(data && { data }) }, askerOf('me')),
  )
const mayCreate = (rule: CollectionRule, doc: Document): boolean =>
  isAllowed(() => bookOf(rule).permitCreate('c', doc, askerOf('me')))

test.each<[rule: CollectionRule, read: boolean, create: boolean, update: boolean, remove: boolean]>([
  ['READONLY', true, true, true, true],
  ['PRIVATE', true, true, true, true],
  ['ADMINWRITE', true, false, false, false],
  ['ADMINONLY', false, false, false, false],
  [{ read: true }, true, false, false, false],
  [{ write: true }, false, true, true, true],
  [{ write: true, delete: false }, false, true, true, false],
  [{ write: false, update: true }, false, false, true, false],
  [{ read: false, create: true }, false, true, false, false],
  [{}, false, false, false, false],
])('rule %j: read %s, create %s, update %s, delete %s', (rule, read, create, update, remove) => {
  expect(mayDo(rule, 'read', {})).toBe(read)
  expect(mayCreate(rule, { a: 1 })).toBe(create)
  expect(mayDo(rule, 'update', {}, { $set: { a: 1 } })).toBe(update)
  expect(mayDo(rule, 'delete', {})).toBe(remove)
})

test.each<[rule: CollectionRule, operation: Operation, expected: Query]>([
  ['READONLY', 'read', { a: 1 }],
  ['READONLY', 'update', { $and: [{ a: 1 }, { _openid: 'me' }] }],
  ['READONLY', 'delete', { $and: [{ a: 1 }, { _openid: 'me' }] }],
  ['PRIVATE', 'read', { $and: [{ a: 1 }, { _openid: 'me' }] }],
  ['PRIVATE', 'update', { $and: [{ a: 1 }, { _openid: 'me' }] }],
  ['ADMINWRITE', 'read', { a: 1 }],
])('%s narrows what a client may %s', (rule, operation, expected) => {
  const request = { operation, collection: 'c', query: { a: 1 } }
  expect(bookOf(rule).permit(request, askerOf('me')).query).toEqual(expected)
})

test.each<[rule: string, data: Document, expected: boolean]>([
  ['request.data.status == "open"', { $set: { status: 'open' } }, true],
  ['request.data.status == "open"', { $set: { status: 'closed' } }, false],
  ['request.data.status == null', { $set: { other: 1 } }, true],
  ['request.data.a.b == 1', { $set: { 'a.b': 1 } }, true],
  ['request.data.n == null', { $inc: { n: 1 } }, false],
  ['request.data.n < 5', { $inc: { n: 1 } }, false],
  ['request.data.to == null', { $rename: { from: 'to' } }, false],
  ["request.data.tags == null && doc.kind == 'a'", { $set: { x: 1 } }, true],
])('update: rule %j, data %j: %s', (update, data, expected) => {
  expect(mayDo({ update }, 'update', { kind: 'a' }, data)).toBe(expected)
})

test.each<[rule: string, doc: Document, expected: boolean]>([
  [own, { a: 1 }, true],
  ['doc.publisher == auth.openid', { publisher: 'me' }, true],
  ['doc.publisher == auth.openid', { publisher: '{openid}' }, true],
  ['doc.publisher == auth.openid', { publisher: 'you' }, false],
  ['doc.publisher == auth.openid', {}, false],
  ['request.data.n > 3', { n: 4 }, true],
  ['request.data.n > 3', { n: 3 }, false],
  ['doc.tags[0] in ["a", "b"]', { tags: ['b'] }, true],
  ['auth.openid in doc.members', { members: ['you', 'me'] }, true],
  ['auth.openid in doc.members', { members: 'me' }, false],
  ['doc.at <= now', { at: new Date(NOW) }, true],
])('create: rule %j, document %j: %s', (create, doc, expected) => {
  expect(mayCreate({ create }, doc)).toBe(expected)
})

test('create: the cloud notes whose the document is, and the client cannot', () => {
  expect(bookOf('PRIVATE').permitCreate('c', { a: '{openid}' }, askerOf('me'))).toEqual({
    a: 'me',
    _openid: 'me',
  })
  expect(() => bookOf('PRIVATE').permitCreate('c', { _openid: 'you' }, askerOf('me'))).toThrow(
    'Invalid Key Name: _openid',
  )
})

test.each<[Document]>([
  [{ $set: { _openid: 'you' } }],
  [{ $unset: { _openid: '' } }],
  [{ $rename: { other: '_openid' } }],
  [{ $set: { '_openid.x': 1 } }],
])('update: %j is refused, whose a document is stays', (data) => {
  expect(() => bookOf('PRIVATE').fillUpdate(data, 'me')).toThrow('Invalid Key Name: _openid')
})
