import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, rejection, startTestCloud } from './_support/cloud'
import { sdkFor } from './_support/sdk'

interface StorageSdk {
  uploadFile(file: object): Promise<{ fileID: string }>
  downloadFile(file: object): Promise<{ fileContent: Buffer; statusCode?: number }>
  getTempFileURL(request: object): Promise<{ fileList: Entry[] }>
  deleteFile(request: object): Promise<{ fileList: Entry[] }>
}
interface Entry {
  fileID: string
  status: number
  errMsg: string
  tempFileURL: string
  maxAge?: number
}

let cloud: LocalCloud
let sdk: StorageSdk
beforeEach(async () => {
  cloud = await startTestCloud()
  sdk = sdkFor(cloud) as unknown as StorageSdk
})
afterEach(() => cloud.close())

const upload = async (cloudPath: string, content = 'x'): Promise<string> =>
  (await sdk.uploadFile({ cloudPath, fileContent: Buffer.from(content) })).fileID
const linkOf = async (fileID: string, maxAge?: number): Promise<Entry> => {
  const { fileList } = await sdk.getTempFileURL({
    fileList: [maxAge === undefined ? fileID : { fileID, maxAge }],
  })
  return fileList[0] as Entry
}
const statusOf = async (url: string): Promise<number> => (await fetch(url)).status
const missing = 'cloud://test.local-test/no/such.txt'

describe('upload', () => {
  test('gives cloud://<env>.<bucket>/<path>', async () => {
    expect(await upload('a/b.txt')).toBe('cloud://test.local-test/a/b.txt')
  })

  test('the same path again replaces the file', async () => {
    const first = await upload('note.txt', 'old and long')
    expect(await upload('note.txt', 'new')).toBe(first)
    expect((await sdk.downloadFile({ fileID: first })).fileContent.toString()).toBe('new')
    expect(cloud.storage.list()).toMatchObject([{ path: 'note.txt', size: 3 }])
  })

  test('an empty file is a file', async () => {
    const fileID = cloud.storage.write('empty.txt', Buffer.alloc(0))
    expect((await sdk.downloadFile({ fileID })).fileContent).toHaveLength(0)
  })

  test('a stream of 12 MB arrives whole', async () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'upload-'))
    const file = path.join(dir, 'big.bin')
    const content = Buffer.from(Array.from({ length: 12 * 1024 * 1024 }, (_x, i) => i % 251))
    writeFileSync(file, content)
    const { fileID } = await sdk.uploadFile({ cloudPath: 'big.bin', fileContent: createReadStream(file) })
    expect(cloud.storage.read(fileID)?.equals(content)).toBe(true)
    expect((await sdk.downloadFile({ fileID })).fileContent.equals(content)).toBe(true)
    rmSync(dir, { recursive: true })
  })

  test.each(['/a', 'a//b', '../a', 'a/./b', `${'长'.repeat(284)}.t`])(
    'the path %j is refused',
    async (cloudPath) => {
      const error = await rejection(sdk.uploadFile({ cloudPath, fileContent: Buffer.from('x') }))
      expect(String(error.errMsg)).toMatch(/cloudPath/)
      expect(cloud.storage.list()).toEqual([])
    },
  )

  test('a link for an upload is over after a quarter of an hour', async () => {
    const { data } = (await (
      await fetch(`${cloud.url}/admin`, {
        method: 'POST',
        body: JSON.stringify({ action: 'storage.getUploadMetadata', path: 'late.txt' }),
      })
    ).json()) as { data: { url: string } }
    cloud.clock.travel(16 * 60_000)
    expect((await fetch(data.url, { method: 'PUT', body: 'x' })).status).toBe(403)
    expect(cloud.storage.list()).toEqual([])
  })
})

describe('getTempFileURL', () => {
  test('a link holds two hours unless asked otherwise', async () => {
    const { tempFileURL, status, errMsg, maxAge } = await linkOf(await upload('a.txt'))
    expect([status, errMsg, maxAge]).toEqual([0, 'ok', 7200])
    cloud.clock.travel(7_190_000)
    expect(await statusOf(tempFileURL)).toBe(200)
    cloud.clock.travel(20_000)
    expect(await statusOf(tempFileURL)).toBe(403)
  })

  test('maxAge says how long, in seconds', async () => {
    const { tempFileURL, maxAge } = await linkOf(await upload('a.txt'), 60)
    expect(maxAge).toBe(60)
    cloud.clock.travel(59_000)
    expect(await statusOf(tempFileURL)).toBe(200)
    cloud.clock.travel(2000)
    expect(await statusOf(tempFileURL)).toBe(403)
  })

  test('maxAge is one day at most', async () => {
    expect((await linkOf(await upload('a.txt'), 7 * 86_400)).maxAge).toBe(86_400)
  })

  test.each([missing, 'cloud://other.local-other/a.txt', 'a.txt', 'cloud://test.local-test/../a'])(
    '%s: status -503003 and no link, and the others get theirs',
    async (fileID) => {
      const there = await upload('there.txt')
      const { fileList } = await sdk.getTempFileURL({ fileList: [fileID, there] })
      expect(fileList[0]).toMatchObject({
        fileID,
        status: -503003,
        errMsg: 'storage file not exists',
        tempFileURL: '',
      })
      expect(fileList[1]).toMatchObject({ fileID: there, status: 0 })
    },
  )

  test('50 files are fine, 51 are refused', async () => {
    const fileID = await upload('a.txt')
    const list = (count: number): string[] => Array.from({ length: count }, () => fileID)
    expect((await sdk.getTempFileURL({ fileList: list(50) })).fileList).toHaveLength(50)
    expect(String((await rejection(sdk.getTempFileURL({ fileList: list(51) }))).errMsg)).toContain(
      'at most 50 files',
    )
  })
})

describe('downloadFile', () => {
  test('a file that is not there is told by its code', async () => {
    expect(await rejection(sdk.downloadFile({ fileID: missing }))).toMatchObject({
      errMsg: expect.stringMatching(/^downloadFile:fail/) as string,
    })
  })

  test('HEAD gives type and size without the content', async () => {
    const { tempFileURL } = await linkOf(await upload('a.json', '{"a":1}'))
    const { headers, status } = await fetch(encodeURI(tempFileURL), { method: 'HEAD' })
    expect([status, headers.get('content-type'), headers.get('content-length')]).toEqual([
      200,
      'application/json',
      '7',
    ])
  })
})

describe('deleteFile', () => {
  test('answers for each file: 0 for those that were there, -503003 for those that were not', async () => {
    const there = await upload('a.txt')
    const { fileList } = await sdk.deleteFile({ fileList: [there, missing, there] })
    expect(fileList).toMatchObject([
      { fileID: there, status: 0, errMsg: 'ok' },
      { fileID: missing, status: -503003, errMsg: 'storage file not exists' },
      { fileID: there, status: -503003 },
    ])
    expect(cloud.storage.list()).toEqual([])
  })

  test('51 files are refused, and none is deleted', async () => {
    const fileID = await upload('a.txt')
    await rejection(sdk.deleteFile({ fileList: Array.from({ length: 51 }, () => fileID) }))
    expect(cloud.storage.read(fileID)).not.toBeNull()
  })
})

test('client: may replace their own file, not one of somebody else: -503002', async () => {
  const ann = clientOf(cloud, cloud.personas.create({ name: 'Ann' }))
  const bob = clientOf(cloud, cloud.personas.create({ name: 'Bob' }))
  const put = (who: typeof ann, text: string) =>
    who.uploadFile({ cloudPath: 'a.txt', filePath: Buffer.from(text) })
  const { fileID } = await put(ann, 'one')
  await put(ann, 'two')
  expect(await rejection(put(bob, 'three'))).toMatchObject({ errCode: -503002 })
  expect(cloud.storage.read(fileID)?.toString()).toBe('two')
})
