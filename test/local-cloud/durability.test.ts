import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

/** Runs the writer until `enough` writes are acknowledged, kills it without warning, and gives their ids. */
const writeAndKill = (enough: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const writer = path.join(__dirname, '_support', 'durable-writer.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', writer, dataDir], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => (errors += String(chunk)))
    child.stdout.on('data', (chunk: Buffer) => {
      out += String(chunk)
      if (out.split('\n').length > enough) child.kill('SIGKILL')
    })
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(errors))
      resolve(out.slice(0, out.lastIndexOf('\n')).split('\n'))
    })
  })

test('data: every acknowledged write is there after kill -9 under load, again and again', async () => {
  const acknowledged: string[] = []
  for (const enough of [20, 137, 301]) acknowledged.push(...(await writeAndKill(enough)))
  const cloud = await start()
  const stored = new Set((await cloud.database.find('things')).map(({ _id }) => _id))
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(450)
  const byIndex = await Promise.all(acknowledged.slice(-20).map((n) => cloud.database.find('things', { n })))
  expect(byIndex.every((found) => found.length === 1)).toBe(true)
  await cloud.close()
}, 40_000)

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
