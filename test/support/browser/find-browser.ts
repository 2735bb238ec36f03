import { aptInstall, debianChromium, hasChineseFont } from './debian'
import { installedPaths } from './installed-paths'
import { fitsNpmChromium, npmChromium } from './npm-chromium'
import { hasApt, thisMachine, type Surroundings } from './surroundings'

/** A browser that Playwright can drive, the switches it needs here, and where it came from. */
export interface FoundBrowser {
  executablePath: string
  args: string[]
  source: 'CHROME_PATH' | 'installed' | 'debian' | 'npm'
}

/** How to get a browser where none is installed; tests bring their own. */
export interface Ways {
  aptInstall(packages: readonly string[]): Promise<void>
  npmChromium(): Promise<string>
  hasChineseFont(surroundings: Surroundings): boolean
  /** Says what takes long, in a sentence. */
  tell(sentence: string): void
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const realWays: Ways = {
  aptInstall,
  npmChromium,
  hasChineseFont,
  tell: (sentence) => process.stderr.write(`${sentence}\n`),
}

const switches = ({ isRoot, env }: Surroundings, source: FoundBrowser['source']): string[] =>
  isRoot || env['CI'] || source === 'npm' ? ['--no-sandbox', ...quiet] : quiet

/**
 * A browser, in this order: `CHROME_PATH`, an installed Chrome, Chromium or Edge, Debian's chromium with a Chinese
 * font (installed here and now, as root), the npm package `@sparticuz/chromium`.
 * @throws Error in a sentence that says what to install.
 */
export async function findBrowser(
  surroundings: Surroundings = thisMachine(),
  ways: Ways = realWays,
): Promise<FoundBrowser> {
  const found = (executablePath: string, source: FoundBrowser['source']): FoundBrowser => ({
    executablePath,
    args: switches(surroundings, source),
    source,
  })
  const chosen = surroundings.env['CHROME_PATH']
  if (chosen) {
    if (surroundings.isProgram(chosen)) return found(chosen, 'CHROME_PATH')
    throw new Error(`CHROME_PATH 指的地方没有浏览器：${chosen}\nCHROME_PATH points to no program: ${chosen}`)
  }
  const installed = installedPaths(surroundings).find((path) => surroundings.isProgram(path))
  if (installed) return found(installed, 'installed')
  const debian = await fromDebian(surroundings, ways)
  if (debian) return found(debian, 'debian')
  if (fitsNpmChromium(surroundings)) {
    if (!ways.hasChineseFont(surroundings))
      ways.tell('这台机器没有中文字体，截图里的字会是方块。(No Chinese font here.)')
    return found(await ways.npmChromium(), 'npm')
  }
  throw new Error(
    '没有找到浏览器：请安装 Chrome、Chromium 或 Edge，或用 CHROME_PATH 指明位置。\n' +
      'No browser found: install Chrome, Chromium or Edge, or say where it is with CHROME_PATH.',
  )
}

async function fromDebian(surroundings: Surroundings, ways: Ways): Promise<string | null> {
  if (!hasApt(surroundings)) return null
  ways.tell(
    '没有找到浏览器，正在安装 Debian 的 chromium 和中文字体，约一分钟 … (installing chromium with apt)',
  )
  try {
    await ways.aptInstall(['chromium', 'fonts-noto-cjk'])
  } catch (error) {
    ways.tell(`装不上，改用 npm 里的 Chromium。(${error instanceof Error ? error.message : String(error)})`)
    return null
  }
  return surroundings.isProgram(debianChromium) ? debianChromium : null
}
