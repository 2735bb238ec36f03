import { request } from 'node:http'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { clientOf, rejection, startTestCloud } from './_support/cloud'
import { sdkFor } from './_support/sdk'

let cloud: LocalCloud
beforeAll(async () => (cloud = await startTestCloud()))
afterAll(() => cloud.close())

test('function: uploads and downloads a file', async () => {
  const answer = await cloud.functions.invoke('upload', { cloudPath: 'notes/你好 a+b.txt' }, { openid: 'o' })
  expect(answer).toEqual({ fileID: 'cloud://test.local-test/notes/你好 a+b.txt', text: '你好' })
})

test('sdk: gives links, deletes, and tells of files that are not there', async () => {
  const sdk = sdkFor(cloud)
  const { fileID } = await sdk.uploadFile({ cloudPath: 'a/b.png', fileContent: Buffer.from('png') })
  const { fileList } = await sdk.getTempFileURL({ fileList: [fileID, 'cloud://elsewhere/x'] })
  expect(fileList.map(({ status }) => status)).toEqual([0, -503003])
  const response = await fetch(fileList[0]?.tempFileURL ?? '')
  expect([response.headers.get('content-type'), await response.text()]).toEqual(['image/png', 'png'])
  const deleted = await sdk.deleteFile({ fileList: [fileID, fileID] })
  expect(deleted.fileList.map(({ status }) => status)).toEqual([0, -503003])
  expect((await fetch(fileList[0]?.tempFileURL ?? '')).status).toBe(404)
})

test('client: uploads bytes and blobs, and downloads them', async () => {
  const client = clientOf(cloud, cloud.personas.create({ name: 'Ann' }))
  const { fileID } = await client.uploadFile({ cloudPath: 'c/photo.jpg', filePath: new Blob(['jpg']) })
  const { content } = await client.downloadFile({ fileID })
  expect(Buffer.from(content).toString()).toBe('jpg')
  const second = await client.uploadFile({ cloudPath: 'c/two.bin', filePath: Buffer.from('two') })
  expect(cloud.storage.read(second.fileID)?.toString()).toBe('two')
})

test('client: cannot delete what another has uploaded', async () => {
  const fileID = cloud.storage.write('theirs.txt', Buffer.from('x'))
  const client = clientOf(cloud, cloud.personas.create({ name: 'Mallory' }))
  expect((await client.deleteFile({ fileList: [fileID] })).fileList).toEqual([{ fileID, status: -1 }])
  expect(cloud.storage.read(fileID)).not.toBeNull()
})

test.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', 'a\\..\\b', 'a\0b', 'a%2e', 'a?b', '', '.'])(
  'client: the path %j is refused',
  async (cloudPath) => {
    const client = clientOf(cloud, cloud.personas.create({ name: 'Mallory' }))
    const error = await rejection(client.uploadFile({ cloudPath, filePath: Buffer.from('x') }))
    expect(error).toMatchObject({ errCode: -503001 })
  },
)

test.each(['/cos/../../etc/passwd', '/cos/%2e%2e/%2e%2e/etc/passwd', '/cos/a%2f..%2f..%2fx'])(
  'stranger: %s gets nothing',
  async (path) => {
    const status = await new Promise((resolve) => {
      request({ port: cloud.port, path }, (response) => resolve(response.resume().statusCode)).end()
    })
    expect([400, 403, 404]).toContain(status)
  },
)

test('stranger: a link that is forged, over, or for another file is refused', async () => {
  const sdk = sdkFor(cloud)
  const { fileID } = await sdk.uploadFile({ cloudPath: 'secret.txt', fileContent: Buffer.from('s') })
  const { fileList } = await sdk.getTempFileURL({ fileList: [fileID] })
  const link = fileList[0]?.tempFileURL ?? ''
  const statusOf = async (url: string, method = 'GET'): Promise<number> =>
    (await fetch(url, { method })).status
  expect(await statusOf(link)).toBe(200)
  expect(await statusOf(link.replace('secret', 'other'))).toBe(403)
  expect(await statusOf(link.replace(/expires=\d+/, 'expires=99999999999999'))).toBe(403)
  expect(await statusOf(link.split('?')[0] ?? '')).toBe(403)
  expect(await statusOf(link, 'PUT')).toBe(403)
  cloud.clock.travel(3 * 3_600_000)
  expect(await statusOf(link)).toBe(403)
})
