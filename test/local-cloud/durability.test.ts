import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCloud } from '../../local-cloud/start-cloud'
import { functionsDir, rejection } from './_support/cloud'

const collections = [
  {
    name: 'things',
    rule: 'ADMINONLY' as const,
    indexes: [{ name: 'n', keys: { n: 1 as const }, unique: true }],
  },
]
let dataDir: string
beforeEach(() => (dataDir = mkdtempSync(path.join(tmpdir(), 'durable-'))))
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))
const start = () => startCloud({ env: 'test', dataDir, functionsDir, collections })

test('data: personas, files, consents, and messages survive a restart', async () => {
  const before = await start()
  const ann = before.personas.create({ id: 'ann', name: 'Ann' })
  const fileId = before.storage.write('a/b.txt', Buffer.from('hi'))
  before.consents.grant(ann.openid, 'template')
  await before.close()
  const after = await start()
  expect(after.personas.byToken(ann.token)).toEqual(ann)
  expect(after.storage.read(fileId)?.toString()).toBe('hi')
  expect(after.consents.count(ann.openid, 'template')).toBe(1)
  await after.close()
})

test('data: once closed, the one data file has everything', async () => {
  const before = await start()
  await before.database.insert('things', [{ _id: 1, n: 1 }])
  await before.close()
  const copy = mkdtempSync(path.join(tmpdir(), 'durable-copy-'))
  copyFileSync(path.join(dataDir, 'cloud.db'), path.join(copy, 'cloud.db'))
  const after = await startCloud({ env: 'test', dataDir: copy, functionsDir, collections })
  expect(await after.database.get('things', 1)).toEqual({ _id: 1, n: 1 })
  await after.close()
  rmSync(copy, { recursive: true })
})

test('data: an index that was added, changed, or dropped is right at the next start', async () => {
  const before = await start()
  await before.database.insert('things', [
    { _id: 1, n: 1, tags: ['a', 'b'] },
    { _id: 2, n: 2, tags: [] },
  ])
  await before.close()
  const changed = [
    { name: 'things', rule: 'ADMINONLY' as const, indexes: [{ name: 't', keys: { tags: 1 as const } }] },
  ]
  const after = await startCloud({ env: 'test', dataDir, functionsDir, collections: changed, strict: true })
  expect(after.database.explain('things', { tags: 'b' })).toEqual({ index: 't' })
  expect(after.database.explain('things', { n: 1 })).toEqual({ index: null })
  expect(await after.database.find('things', { tags: 'b' })).toHaveLength(1)
  await after.close()
})

test("start: data that don't fit a new unique index are named", async () => {
  const before = await start()
  await before.database.insert('things', [
    { n: 1, same: 1 },
    { n: 2, same: 1 },
  ])
  await before.close()
  const unique = [
    {
      name: 'things',
      rule: 'ADMINONLY' as const,
      indexes: [{ name: 's', keys: { same: 1 as const }, unique: true }],
    },
  ]
  const error = await rejection(startCloud({ env: 'test', dataDir, functionsDir, collections: unique }))
  expect(error).toMatchObject({ code: 'BadDefinition' })
})

test('start: a broken data file is told in words', async () => {
  writeFileSync(
    path.join(dataDir, 'cloud.db'),
    'this is no database at all, only some text of enough length'.repeat(50),
  )
  const error = await rejection(start())
  expect(error).toMatchObject({ code: 'DataBroken' })
  expect(error.message).toContain('cloud.db')
})

test('start: data that another cloud has open are told in words, and are free once it is closed', async () => {
  const first = await start()
  const error = await rejection(start())
  expect(error).toMatchObject({
    code: 'DataTaken',
    message: expect.stringContaining('cloud.db') as string,
  })
  await first.database.insert('things', [{ _id: 1, n: 1 }])
  await first.close()
  const second = await start()
  expect(await second.database.count('things')).toBe(1)
  await second.database.insert('things', [{ _id: 2, n: 2 }])
  await second.close()
})

test('start: a taken port is told in words', async () => {
  const first = await start()
  const error = await rejection(
    startCloud({ env: 'test', dataDir: null, functionsDir, collections, port: first.port }),
  )
  expect(error).toMatchObject({
    code: 'PortTaken',
    message: expect.stringContaining(String(first.port)) as string,
  })
  await first.close()
})
