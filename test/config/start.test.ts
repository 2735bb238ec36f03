import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openStreet } from '../../config/start/main'
import { readOptions } from '../../config/start/options'
import { Sentence, sentenceOf } from '../../config/start/sentences'
import { keyFile } from '../../config/street/key'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiamenkou-start-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const options = (port = 0) => ({ port, host: '127.0.0.1', isFresh: false, dataDir: folder })
/** What the terminal shows when the street can't open. */
const refusal = (port?: number): Promise<string> =>
  openStreet(options(port)).then(() => 'it opened', sentenceOf)
const stack = /\n\s+at /

describe('what npm start says when it can not start', () => {
  test('a taken port: to end the other program or to take another port', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const said = await refusal((other.address() as AddressInfo).port)
    other.close()
    expect(said).toContain('--port')
    expect(said).not.toMatch(stack)
  })

  test('a broken data file: to begin anew, or to put it aside', async () => {
    await writeFile(
      path.join(folder, 'cloud.db'),
      'this is no database, but text of some length. '.repeat(200),
    )
    const said = await refusal()
    expect(said).toContain('--fresh')
    expect(said).not.toMatch(stack)
  })

  test('an error that nobody foresaw keeps its stack', () => {
    expect(sentenceOf(new Error('oh'))).toMatch(stack)
  })
})

describe('options', () => {
  test('none: port 7788, open to the local network, data kept', () => {
    expect(readOptions([])).toEqual({ port: 7788, host: '0.0.0.0', isFresh: false, dataDir: '.data' })
  })

  test('--fresh and --port', () => {
    expect(readOptions(['--fresh', '--port', '8000'])).toMatchObject({ isFresh: true, port: 8000 })
  })

  test.each([['--port', 'door'], ['--port', '70000'], ['--frseh']])('%s %s: a sentence', (...args) => {
    expect(() => readOptions(args)).toThrow(Sentence)
  })
})

describe('the data', () => {
  const pathOf = (file: string) => path.join(folder, file)

  test('outlive the street, until --fresh', async () => {
    const first = await openStreet(options())
    const tokenOf = async (url: string) => (await fetch(`${url}personas/lilaitai`)).text()
    const before = await tokenOf(first.url)
    await first.close()

    const again = await openStreet(options())
    expect(await tokenOf(again.url)).toBe(before)
    await again.close()

    await writeFile(pathOf('cloud.db'), 'broken '.repeat(1000))
    const fresh = await openStreet({ ...options(), isFresh: true })
    expect(await tokenOf(fresh.url)).not.toBe(before)
    await fresh.close()
  })

  test('--fresh on the port of an open street: refused, and its data are left alone', async () => {
    const first = await openStreet(options())
    const port = Number(new URL(first.url).port)
    await expect(openStreet({ ...options(port), isFresh: true })).rejects.toMatchObject({ code: 'PortTaken' })
    await first.close()
    expect(existsSync(pathOf('cloud.db'))).toBe(true)
  })

  test('--fresh takes away what a street keeps, and nothing else', async () => {
    await writeFile(pathOf('diary.txt'), 'mine')
    const street = await openStreet({ ...options(), isFresh: true })
    await street.close()
    expect(existsSync(pathOf('diary.txt'))).toBe(true)
  })

  test('are sealed under a key that is theirs: for its owner’s eyes, kept, and another after --fresh', async () => {
    const keyAfter = async (isFresh: boolean) => {
      await (await openStreet({ ...options(), isFresh })).close()
      expect((await stat(pathOf(keyFile))).mode & 0o777).toBe(0o600)
      return readFile(pathOf(keyFile), 'utf8')
    }
    const first = await keyAfter(true)
    expect(await keyAfter(false)).toBe(first)
    expect(await keyAfter(true)).not.toBe(first)
  })
})
