import { findBrowser, type Ways } from '../support/browser/find-browser'
import { installedPaths } from '../support/browser/installed-paths'
import { missingPackages } from '../support/browser/npm-chromium'
import type { Surroundings } from '../support/browser/surroundings'

const npmPath = '/unpacked/chromium'

/** A Linux laptop with these programs, and nothing that could be installed. */
const machine = (programs: string[], more: Partial<Surroundings> = {}): Surroundings => ({
  platform: 'linux',
  arch: 'x64',
  env: { PATH: '/usr/bin:/bin' },
  isRoot: false,
  isProgram: (path) => programs.includes(path),
  ...more,
})

function ways(more: Partial<Ways> = {}) {
  const told: string[] = []
  const installed: string[] = []
  const all: Ways = {
    aptInstall: async (packages) => void installed.push(...packages),
    npmChromium: async () => npmPath,
    hasChineseFont: () => true,
    tell: (sentence) => void told.push(sentence),
    ...more,
  }
  return { ...all, told, installed }
}

describe('which browser is taken', () => {
  test('CHROME_PATH comes before an installed one', async () => {
    const here = machine(['/opt/mine', '/usr/bin/chromium'], { env: { CHROME_PATH: '/opt/mine' } })
    expect(await findBrowser(here, ways())).toMatchObject({
      executablePath: '/opt/mine',
      source: 'CHROME_PATH',
    })
  })

  test('a CHROME_PATH without a program is said, not passed over', async () => {
    const here = machine(['/usr/bin/chromium'], { env: { CHROME_PATH: '/nowhere' } })
    await expect(findBrowser(here, ways())).rejects.toThrow('/nowhere')
  })

  test('an installed one comes before installing', async () => {
    const here = machine(['/usr/bin/apt-get', '/usr/bin/google-chrome'], { isRoot: true })
    const how = ways()
    expect(await findBrowser(here, how)).toMatchObject({ executablePath: '/usr/bin/google-chrome' })
    expect(how.installed).toEqual([])
  })

  test('root on Debian: chromium and a Chinese font are installed, and that is said', async () => {
    const programs = ['/usr/bin/apt-get']
    const how = ways({ aptInstall: async () => void programs.push('/usr/bin/chromium') })
    const found = await findBrowser(machine(programs, { isRoot: true }), how)
    expect(found).toMatchObject({ executablePath: '/usr/bin/chromium', source: 'debian' })
    expect(found.args).toContain('--no-sandbox')
    expect(how.told).toHaveLength(1)
  })

  test('where apt fails, the one from npm serves', async () => {
    const how = ways({ aptInstall: () => Promise.reject(new Error('no network')) })
    const found = await findBrowser(machine(['/usr/bin/apt-get'], { isRoot: true }), how)
    expect(found).toMatchObject({ executablePath: npmPath, source: 'npm' })
    expect(how.told.join()).toContain('no network')
  })

  test('not root: the one from npm, with a word about a missing Chinese font', async () => {
    const how = ways({ hasChineseFont: () => false })
    expect(await findBrowser(machine(['/usr/bin/apt-get']), how)).toMatchObject({ source: 'npm' })
    expect(how.told.join()).toContain('中文字体')
  })

  test('a Mac without any: a sentence that says what to install', async () => {
    await expect(findBrowser(machine([], { platform: 'darwin', arch: 'arm64' }), ways())).rejects.toThrow(
      'CHROME_PATH',
    )
  })

  test.each([
    ['linux', { PATH: '/home/me/bin' }, '/home/me/bin/google-chrome'],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
    [
      'win32',
      { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ] as const)('on %s the usual places are looked at', (platform, env, path) => {
    expect(installedPaths(machine([], { platform, env }))).toContain(path)
  })
})

describe('what Chromium from npm lacks', () => {
  test('read from ldd and from the loader, as Debian packages', () => {
    const ldd =
      '\tlibnspr4.so => not found\n\tlibnssutil3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)'
    const loader =
      'chromium: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file'
    expect(missingPackages(`${ldd}\n${loader}`)).toEqual(['libnspr4', 'libnss3'])
  })

  test('nothing where it starts', () => {
    expect(missingPackages('Chromium 153.0.8010.0')).toEqual([])
  })
})
