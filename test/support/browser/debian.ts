import { spawn, spawnSync } from 'node:child_process'
import type { Surroundings } from './surroundings'

/** Where Debian's package puts it. */
export const debianChromium = '/usr/bin/chromium'

function run(command: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-4000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Installs packages with apt, as root.
 * @throws Error with apt's last words where it fails.
 */
export async function aptInstall(packages: readonly string[]): Promise<void> {
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2']
  const update = await run('apt-get', [...wait, 'update'])
  const install = await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages])
  if (install.code === 0) return
  const lastWords = (install.output.trim() || update.output.trim()).split('\n').slice(-3).join(' ')
  throw new Error(`apt-get install ${packages.join(' ')}: ${lastWords}`)
}

/** Is there a font that can write Chinese? True where fonts can't be asked for (macOS and Windows have one). */
export function hasChineseFont({ platform }: Pick<Surroundings, 'platform'>): boolean {
  if (platform !== 'linux') return true
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}
