import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../../..')

/** A mini program written by hand: small, and with one of everything that the host emulates. */
export const FIXTURE = path.join(ROOT, 'test/weapp/fixtures/native-app')

/**
 * The compiled app: `dist/weapp`, or the folder that WEAPP_DIST names.
 * @throws Error naming the command that builds it.
 */
export function builtApp(): string {
  const dist = path.resolve(ROOT, process.env.WEAPP_DIST ?? 'dist/weapp')
  if (existsSync(path.join(dist, 'app.json'))) return dist
  throw new Error(`There is no compiled WeChat build in ${dist}: run \`npm run build:weapp\` first.`)
}

/** A copy of a build that a test may break; all copies go with `removeCopies`. */
export function copyOf(dist: string, breakIt: (copy: BuildCopy) => void): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'weapp-copy-'))
  cpSync(dist, folder, { recursive: true })
  copies.push(folder)
  breakIt(new BuildCopy(folder))
  return folder
}

const copies: string[] = []

export function removeCopies(): void {
  for (const folder of copies.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Ways to damage a build; each throws if there is nothing to damage, lest a control passes for no reason. */
export class BuildCopy {
  constructor(private readonly folder: string) {}

  get appJson(): { pages: string[]; tabBar?: { list: unknown } } {
    return JSON.parse(this.read('app.json')) as { pages: string[]; tabBar?: { list: unknown } }
  }

  get firstPage(): string {
    const [page] = this.appJson.pages
    if (page === undefined) throw new Error('app.json has no pages')
    return page
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8')
  }

  write(name: string, content: string | Buffer): void {
    writeFileSync(path.join(this.folder, name), content)
  }

  edit(name: string, change: (text: string) => string): void {
    const before = this.read(name)
    const after = change(before)
    if (after === before) throw new Error(`nothing to damage in ${name}`)
    this.write(name, after)
  }

  prepend(name: string, code: string): void {
    this.edit(name, (text) => `${code}\n${text}`)
  }

  remove(name: string): void {
    if (!existsSync(path.join(this.folder, name))) throw new Error(`${name} is not there to be removed`)
    rmSync(path.join(this.folder, name))
  }
}
