import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const root = path.resolve(__dirname, '../..')
const run = promisify(execFile)

/** Asks the bootstrap's own module, which is plain ESM, in a Node of its own. */
async function ask(question: string): Promise<unknown> {
  const module = pathToFileURL(path.join(root, 'config/installed.mjs')).href
  const script = `const it = await import(${JSON.stringify(module)}); console.log(JSON.stringify(await it.${question}))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script])
  return JSON.parse(stdout)
}

const packages = (version: string) => ({ packages: { '': {}, 'node_modules/zod': { version } } })

describe('whether packages have to be installed', () => {
  let place = ''
  const write = async (file: string, content: unknown): Promise<void> => {
    await mkdir(path.dirname(path.join(place, file)), { recursive: true })
    await writeFile(path.join(place, file), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const isInstalled = () => ask(`isInstalled(${JSON.stringify(place)})`)
  const wanted = async () => String(await ask(`wantedIn(${JSON.stringify(place)})`))

  beforeEach(async () => {
    place = await mkdtemp(path.join(tmpdir(), 'jiamenkou-bootstrap-'))
    await write('package.json', { scripts: {}, dependencies: { zod: '4.0.0' } })
    await write('.ci/package-lock.json', packages('4.0.0'))
  })
  afterEach(() => rm(place, { recursive: true }))

  test('a fresh clone: yes', async () => {
    expect(await isInstalled()).toBe(false)
  })

  test('stamped: no, also after a change of the scripts', async () => {
    await write('node_modules/.jiamenkou-stamp', await wanted())
    await write('package.json', { scripts: { start: 'x' }, dependencies: { zod: '4.0.0' } })
    expect(await isInstalled()).toBe(true)
  })

  test('another version is asked for: yes', async () => {
    await write('node_modules/.jiamenkou-stamp', await wanted())
    await write('package.json', { dependencies: { zod: '4.1.0' } })
    expect(await isInstalled()).toBe(false)
  })

  test('a new lock: yes', async () => {
    await write('node_modules/.jiamenkou-stamp', await wanted())
    await write('.ci/package-lock.json', packages('4.0.1'))
    expect(await isInstalled()).toBe(false)
  })

  test('installed by hand with all that the lock wants: no', async () => {
    await write('node_modules/.package-lock.json', packages('4.0.0'))
    expect(await isInstalled()).toBe(true)
  })

  test('installed by hand with something else: yes', async () => {
    await write('node_modules/.package-lock.json', packages('3.9.0'))
    expect(await isInstalled()).toBe(false)
  })

  test('a package for other machines only may be missing', async () => {
    const lock = {
      packages: { ...packages('4.0.0').packages, 'node_modules/fs': { version: '1.0.0', optional: true } },
    }
    await write('.ci/package-lock.json', lock)
    await write('node_modules/.package-lock.json', packages('4.0.0'))
    expect(await isInstalled()).toBe(true)
  })
})

test('a task that there is not: says which there are, exit code 1', async () => {
  const refused = run(process.execPath, ['config/bootstrap.mjs', 'dance'], { cwd: root })
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('start|test') as unknown,
  })
})
