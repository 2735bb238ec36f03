import { EJSON } from 'bson'
import { Db } from '@cloudbase/database'
import { QuerySerializer } from '@cloudbase/database/dist/commonjs/serializer/query'
import { UpdateSerializer } from '@cloudbase/database/dist/commonjs/serializer/update'
import { ClientDatabase, type Link } from '../../local-cloud/client/database'
import { toWire } from '../../local-cloud/client/ejson'
import { encodeQuery } from '../../local-cloud/client/query-command'
import { encodeUpdate } from '../../local-cloud/client/update-command'

// The SDK's own serializer says what a command means.
const theirs = new Db({})
const ours = new ClientDatabase({} as Link)

/* eslint-disable @typescript-eslint/no-explicit-any -- two libraries with the same words and different types */
type Both = { command: any; Geo: any; RegExp: any; serverDate: any }
const read = (text: string): unknown => EJSON.parse(text) as unknown
const plain = (value: unknown): unknown => read(JSON.stringify(value))

test.each<[string, (db: Both) => unknown]>([
  ['a value', () => ({ a: 1, b: 'x', c: null })],
  ['nested objects', () => ({ a: { b: { c: 1 } }, d: 2 })],
  ['an empty object', () => ({ a: {}, b: 1 })],
  ['an array', () => ({ a: [1, { b: 2 }] })],
  ['undefined', () => ({ a: undefined, b: 1 })],
  ['raw operators', () => ({ a: { $gt: 1 } })],
  ['eq', ({ command: _ }) => ({ a: _.eq({ b: 1 }) })],
  ['neq', ({ command: _ }) => ({ a: _.neq(1) })],
  ['gt … lte', ({ command: _ }) => ({ a: _.gt(1).lte(5) })],
  ['gte and lt', ({ command: _ }) => ({ a: _.gte(1).and(_.lt(5)) })],
  ['in, nin', ({ command: _ }) => ({ a: _.in([1, 2]), b: _.nin([3]) })],
  ['nested commands', ({ command: _ }) => ({ a: { b: _.gt(1), c: { d: _.exists(true) } } })],
  ['or of a field', ({ command: _ }) => ({ a: _.or(_.lt(1), _.gt(5)) })],
  ['or as a list', ({ command: _ }) => ({ a: _.or([_.lt(1), _.gt(5)]), b: 2 })],
  ['or of two fields is joined', ({ command: _ }) => ({ a: _.or([_.lt(1)]), b: _.or([_.gt(2)]) })],
  ['or of documents', ({ command: _ }) => _.or([{ a: 1 }, { b: { c: _.gt(2) } }])],
  ['and of documents', ({ command: _ }) => _.and([{ a: 1 }, _.or({ b: 1 }, { c: 1 })])],
  ['nor', ({ command: _ }) => _.nor([{ a: 1 }])],
  ['not', ({ command: _ }) => ({ a: _.not(_.gt(1)) })],
  ['all, size, mod', ({ command: _ }) => ({ a: _.all([1]), b: _.size(2), c: _.mod(4, 1), d: _.mod([3, 2]) })],
  ['elemMatch', ({ command: _ }) => ({ a: _.elemMatch({ b: 1, c: { $gt: 2 } }) })],
  ['expr', ({ command: _ }) => _.expr(_.aggregate.gt(['$a', '$b']))],
  ['RegExp', (db) => ({ a: db.RegExp({ regexp: '^x', options: 'i' }) })],
  ['a JavaScript pattern', () => ({ a: /^x/i })],
  [
    'geoNear',
    ({ command: _, Geo }) => ({
      a: _.geoNear({ geometry: new Geo.Point(1, 2), maxDistance: 9, minDistance: 0 }),
    }),
  ],
  [
    'geoWithin a circle',
    ({ command: _, Geo }) => ({ a: _.geoWithin({ centerSphere: [new Geo.Point(1, 2), 0.1] }) }),
  ],
  ['geoIntersects', ({ command: _, Geo }) => ({ a: _.geoIntersects({ geometry: new Geo.Point(1, 2) }) })],
])('query: %s is encoded as the SDK does', (_what, build) => {
  const wanted = QuerySerializer.encodeEJSON(build(theirs as unknown as Both) as never, false)
  expect(plain(toWire(encodeQuery(build({ ...ours, RegExp: ours.RegExp } as unknown as Both))))).toEqual(
    read(wanted),
  )
})

test.each<[string, (db: Both) => Record<string, unknown>]>([
  ['values', () => ({ a: 1, b: null, c: [1, 2] })],
  ['nested objects', () => ({ a: { b: 1, c: { d: 'x' } } })],
  ['set', ({ command: _ }) => ({ a: _.set({ b: 1 }) })],
  ['inc, mul, min, max', ({ command: _ }) => ({ a: _.inc(1), b: _.mul(2), c: _.min(3), d: _.max(4) })],
  ['remove', ({ command: _ }) => ({ a: _.remove(), b: { c: _.remove() } })],
  ['rename', ({ command: _ }) => ({ a: _.rename('b') })],
  ['push values', ({ command: _ }) => ({ a: _.push(1, 2) })],
  ['push a list', ({ command: _ }) => ({ a: _.push([1, 2]) })],
  ['push with options', ({ command: _ }) => ({ a: _.push({ each: [1], position: 0, sort: 1, slice: 3 }) })],
  ['pop, shift', ({ command: _ }) => ({ a: _.pop(), b: _.shift() })],
  ['unshift', ({ command: _ }) => ({ a: _.unshift([1, 2]), b: _.unshift(3) })],
  ['addToSet', ({ command: _ }) => ({ a: _.addToSet('x'), b: _.addToSet({ $each: [1, 2] }) })],
  ['pull, pullAll', ({ command: _ }) => ({ a: _.pull('x'), b: _.pullAll([1, 2]) })],
  ['commands and values together', ({ command: _ }) => ({ a: 1, b: { c: _.inc(1), d: 2 } })],
])('update: %s is encoded as the SDK does', (_what, build) => {
  const wanted = UpdateSerializer.encodeEJSON(build(theirs as unknown as Both), false)
  expect(plain(toWire(encodeUpdate(build(ours as unknown as Both))))).toEqual(read(wanted))
})

test('aggregate: stages and operators are written as the SDK does', () => {
  const build = ({ command: { aggregate: $ } }: Both): unknown =>
    $.pipeline()
      .match({ a: { b: 1 } })
      .group({ _id: '$a', n: $.sum($.multiply(['$x', 2])) })
      .sort({ n: -1 })
      .done()
  expect(plain(build(ours as unknown as Both))).toEqual(plain(build(theirs as unknown as Both)))
})

test.each([
  [181, 0],
  [0, 91],
])('Geo.Point(%d, %d) is refused', (longitude, latitude) => {
  expect(() => ours.Geo.Point(longitude, latitude)).toThrow(RangeError)
})
