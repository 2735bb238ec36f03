import type { Query } from '../../local-cloud/database/definitions'
import { may, NOW, type Shelf } from './_support/rules'

describe('read: a query must contain what its rule demands', () => {
  test.each<[rule: string, query: Query, expected: boolean]>([
    ['doc.age > 10', { age: { $gt: 10 } }, true],
    ['doc.age > 10', { age: { $gte: 10 } }, false],
    ['doc.age > 10', { age: { $gte: 11 } }, true],
    ['doc.age > 10', { age: 12 }, true],
    ['doc.age > 10', { age: { $in: [11, 12] } }, true],
    ['doc.age > 10', { age: { $in: [9, 12] } }, false],
    ['doc.age > 10', { age: '12' }, false],
    ['doc.age > 10', {}, false],
    ['doc.age >= 10', { age: { $gte: 10 } }, true],
    ['doc.age >= 10', { age: { $gt: 10 } }, true],
    ['doc.age < 10', { age: { $lt: 10 } }, true],
    ['doc.age < 10', { age: { $lte: 10 } }, false],
    ['doc.age <= 10', { age: { $lte: 10 } }, true],
    ['doc.age <= 10', { age: { $gt: 3 } }, false],
    ['10 < doc.age', { age: { $gt: 10 } }, true],
    ['doc.age > -5', { age: { $gt: -5 } }, true],
    ['doc.age > 0 && doc.age < 9', { age: { $gt: 1, $lt: 8 } }, true],
    ['!(doc.age > 10)', { age: { $lte: 10 } }, true],
    ['!(doc.age > 10)', { age: 20 }, false],
    ['doc.at < now', { at: { $lt: new Date(NOW) } }, true],
    ['doc.at < now', { at: { $lt: new Date(NOW + 1) } }, false],
    ['now > doc.expire', { expire: { $lt: NOW } }, true],
    ["doc.status != 'closed'", { status: { $ne: 'closed' } }, true],
    ["doc.status != 'closed'", { status: { $nin: ['closed', 'gone'] } }, true],
    ["doc.status != 'closed'", { status: { $in: ['open', 'closed'] } }, false],
    ["doc.kind in ['a', 'b']", { kind: { $in: ['a', 'b'] } }, true],
    ["doc.kind in ['a', 'b']", { kind: { $in: ['a', 'c'] } }, false],
    ["!(doc.kind in ['a', 'b'])", { kind: 'c' }, true],
    ["!(doc.kind in ['a', 'b'])", { kind: { $nin: ['a', 'b'] } }, true],
    ["!(doc.kind in ['a', 'b'])", { kind: 'a' }, false],
    ["!(doc.kind in ['a', 'b'])", {}, false],
    ['doc.a.b == 1', { 'a.b': 1 }, true],
    ['doc.a.b == 1', { a: { b: 1 } }, true],
    ['doc.a.b == 1', { a: { b: 2 } }, false],
    ["doc.favorites[0] == 'zzz'", { 'favorites.0': 'zzz' }, true],
    ["doc['kind'] == 'a'", { kind: 'a' }, true],
    ['doc.a == null', { a: null }, true],
    ['doc.a != null', { a: { $gt: 1 } }, true],
    ['doc.a != null', {}, false],
    ['doc.a == doc.b', { a: 1, b: 1 }, true],
    ['doc.a == doc.b', { a: 1 }, false],
    ['doc.open', { open: true }, true],
    ['doc.open', { open: 'yes' }, false],
    ['!doc.closed', { closed: false }, true],
    ['doc.open == true', { $or: [{ open: true, n: 1 }, { open: true }] }, true],
    ['doc.open == true', { $or: [{ open: true }, { n: 1 }] }, false],
    ['doc.open == true', { $and: [{ n: 1 }, { open: true }] }, true],
    ['doc.open == true', { $nor: [{ open: false }] }, false],
    ['auth.openid in doc.members', { members: { $all: ['me', 'you'] } }, true],
    ['auth.openid in doc.members', { members: { $elemMatch: { $eq: 'me' } } }, true],
    ['auth.openid in doc.members', { members: { $in: ['me', 'you'] } }, false],
    ['auth != null', {}, true],
    ['auth.uid == null', {}, true],
    ["auth.loginType == 'ANONYMOUS'", {}, false],
    ["auth.openid in ['me', 'you']", {}, true],
    ["!(auth.openid in ['zzz'])", {}, true],
    ["auth.openid == 'me'", {}, true],
    ['auth.openid', {}, false],
  ])('rule %j with %j: %s', (read, query, expected) => {
    expect(may({ read }, query)).toBe(expected)
  })
})

describe('read: get()', () => {
  const shelf: Shelf = {
    'groups/g1': { _id: 'g1', members: ['me'], owner: 'me', next: 'g2', level: 3 },
    'groups/g2': { _id: 'g2', members: ['you'], owner: 'you' },
    'staff/list': { _id: 'list', rights: { me: 1 }, me: 2 },
  }
  test.each<[rule: string, query: Query, expected: boolean]>([
    ["'me' == get('database.groups.g1').owner", {}, true],
    ['auth.openid in get(`database.groups.${doc.groupId}`).members', { groupId: 'g1' }, true],
    ['auth.openid in get(`database.groups.${doc.groupId}`).members', { groupId: { $in: ['g1'] } }, true],
    [
      'auth.openid in get(`database.groups.${doc.groupId}`).members',
      { groupId: { $in: ['g1', 'g2'] } },
      false,
    ],
    ['auth.openid in get(`database.groups.${doc.groupId}`).members', { groupId: 'g2' }, false],
    ['auth.openid in get(`database.groups.${doc.groupId}`).members', { groupId: 'g9' }, false],
    ['auth.openid in get(`database.groups.${doc.groupId}`).members', { groupId: /g1/ }, false],
    ['auth.openid in get(`database.groups.${doc.groupId}`).members', {}, false],
    [
      'get(`database.groups.${doc.groupId}`).level >= 3',
      { $or: [{ groupId: 'g1' }, { groupId: 'g2' }] },
      false,
    ],
    ["get('database.staff.list')[auth.openid] in [1, 2, 3]", {}, true],
    ["get('database.staff.list').rights[auth.openid] == 1", {}, true],
    ['get(`database.groups.${get(`database.groups.${doc.g}`).next}`).owner == "you"', { g: 'g1' }, true],
    ["get('database.groups.none') == null", {}, true],
    ["get('database.groups.none').owner == auth.openid", {}, false],
    ['get(`database.${doc.kind}.g1`).owner == auth.openid', { kind: 'groups' }, true],
  ])('rule %j with %j: %s', (read, query, expected) => {
    expect(may({ read }, query, 'me', shelf)).toBe(expected)
  })

  test('ten documents are read, eleven are refused', () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_x, n) => [`groups/${n}`, { open: true }]))
    const query = (count: number): Query => ({
      $or: Array.from({ length: count }, (_x, n) => ({ groupId: String(n) })),
    })
    const rule = { read: 'get(`database.groups.${doc.groupId}`).open == true' }
    expect([10, 11].map((count) => may(rule, query(count), 'me', many))).toEqual([true, false])
  })

  test('the same document counts once', () => {
    const query = { $or: Array.from({ length: 12 }, (_x, n) => ({ groupId: 'g1', n })) }
    expect(may({ read: 'get(`database.groups.${doc.groupId}`).level == 3' }, query, 'me', shelf)).toBe(true)
  })
})
