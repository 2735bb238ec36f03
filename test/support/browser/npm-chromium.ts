import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Surroundings } from './surroundings'

const root = join(__dirname, '../../..')
/** Unpacked here (190 MB), and not in /tmp, where an interrupted unpacking would be taken for a whole one. */
const folder = join(root, 'node_modules/.cache/jiamenkou-chromium')
const whole = join(folder, '.whole')

const unpack = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())
  .then((path) => process.stdout.write(path))`

/** The package holds a program for this kind of machine only. */
export const fitsNpmChromium = ({ platform, arch }: Pick<Surroundings, 'platform' | 'arch'>): boolean =>
  platform === 'linux' && arch === 'x64'

/** Debian's package for a missing library: libnss3.so → libnss3. */
const packageOf = (library: string): string => {
  const [name = library] = library.split('.so')
  const known: Readonly<Record<string, string>> = {
    libnssutil3: 'libnss3',
    libsmime3: 'libnss3',
    libplc4: 'libnspr4',
  }
  return known[name] ?? name
}

/** Which of Debian's packages the program lacks, read from what the loader says; empty where it starts. */
export function missingPackages(loaderOutput: string): string[] {
  const libraries = [...loaderOutput.matchAll(/(lib[\w.+-]+\.so[\d.]*)(?: =>|:).*(?:not found|cannot open)/g)]
  return [...new Set(libraries.map(([, library]) => packageOf(library ?? '')))]
}

/**
 * Chromium out of the npm package `@sparticuz/chromium`: unpacks it once and sees that it starts.
 * @returns its path.
 * @throws Error in a sentence that names the missing packages.
 */
export async function npmChromium(): Promise<string> {
  const path = join(folder, 'chromium')
  if (!existsSync(whole)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const env = { ...process.env, TMPDIR: folder }
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], { cwd: root, env })
    writeFileSync(whole, '')
  }
  const trial = spawnSync(path, ['--version'], { encoding: 'utf8' })
  if (trial.status === 0) return path
  const linked = spawnSync('ldd', [path], { encoding: 'utf8' })
  const lacking = missingPackages(`${linked.stdout ?? ''}\n${trial.stderr ?? ''}`)
  const advice = lacking.length > 0 ? `apt-get install ${lacking.join(' ')}` : (trial.stderr ?? '').trim()
  throw new Error(
    `npm 的 @sparticuz/chromium 启动不了，系统里缺少：${advice}\n` +
      `Chromium from npm can't start; this machine lacks: ${advice}`,
  )
}
