import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listFiles } from './build-files'
import type { GateFailure, GateSkip } from './report'

/** wcc writes the compiled templates to stdout: megabytes. */
const MAX_BUFFER_BYTES = 256 * 1024 * 1024
const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac' }

/** Compiles every WXML, WXS and WXSS with WeChat's own programs, which come with miniprogram-compiler. */
export function checkWithCompilers(dist: string): { failures: GateFailure[]; skipped: GateSkip[] } {
  const programs = copyPrograms()
  if (typeof programs === 'string')
    return { failures: [], skipped: [{ check: 'wcc and wcsc', reason: programs }] }
  try {
    return {
      failures: [...compileTemplates(dist, programs.wcc), ...compileStyles(dist, programs.wcsc)],
      skipped: [],
    }
  } finally {
    rmSync(programs.folder, { recursive: true })
  }
}

/** npm leaves the programs without their exec bit where scripts are off, so copies of them are run. */
function copyPrograms(): { folder: string; wcc: string; wcsc: string } | string {
  const platform = FOLDERS[process.platform]
  if (!platform) return `WeChat's compilers have no program for ${process.platform}`
  const packageFolder = path.dirname(createRequire(__filename).resolve('miniprogram-compiler/package.json'))
  const source = path.join(packageFolder, 'bin', platform)
  if (!existsSync(path.join(source, 'wcc'))) return `there is no program in ${source}`
  const folder = mkdtempSync(path.join(tmpdir(), 'wechat-compilers-'))
  for (const name of ['wcc', 'wcsc']) {
    copyFileSync(path.join(source, name), path.join(folder, name))
    chmodSync(path.join(folder, name), 0o755)
  }
  const trial = spawnSync(path.join(folder, 'wcc'), ['--version'], { encoding: 'utf8' })
  if (trial.error) {
    rmSync(folder, { recursive: true })
    return `WeChat's compiler does not start on this machine (${trial.error.message})`
  }
  return { folder, wcc: path.join(folder, 'wcc'), wcsc: path.join(folder, 'wcsc') }
}

function compileTemplates(dist: string, wcc: string): GateFailure[] {
  const names = listFiles(dist).map(({ name }) => name)
  const templates = names.filter((name) => name.endsWith('.wxml'))
  const scripts = names.filter((name) => name.endsWith('.wxs'))
  const components = templates.flatMap((template) => {
    const tags = Object.keys(usingComponents(path.join(dist, template.replace(/wxml$/, 'json'))))
    return tags.length > 0 ? [[template, String(tags.length), ...tags]] : []
  })
  const declared = [String(components.length), ...components.flat()].join(' ')
  const { status, stderr, error } = spawnSync(
    wcc,
    ['-d', '-cc', declared, ...templates, ...scripts, '-gn', '$gwx'],
    {
      cwd: dist,
      maxBuffer: MAX_BUFFER_BYTES,
      encoding: 'utf8',
    },
  )
  if (status === 0) return []
  return [{ check: 'wcc', sentence: `WeChat's template compiler says: ${error?.message ?? oneLine(stderr)}` }]
}

/** All sheets at once, since they import one another; those of pages and components first, as wcsc wants them. */
function compileStyles(dist: string, wcsc: string): GateFailure[] {
  const sheets = listFiles(dist).flatMap(({ name }) => (name.endsWith('.wxss') ? [name] : []))
  const hasJson = (name: string) => existsSync(path.join(dist, name.replace(/wxss$/, 'json')))
  const ofUnits = sheets.filter((name) => name !== 'app.wxss' && hasJson(name))
  const others = sheets.filter((name) => !ofUnits.includes(name))
  const list = [...ofUnits, ...others].map((name) => `./${name}`)
  const { status, stderr, error } = spawnSync(wcsc, ['-db', '-pc', String(ofUnits.length), ...list], {
    cwd: dist,
    maxBuffer: MAX_BUFFER_BYTES,
    encoding: 'utf8',
  })
  if (status === 0) return []
  return [{ check: 'wcsc', sentence: `WeChat's style compiler says: ${error?.message ?? oneLine(stderr)}` }]
}

function usingComponents(jsonFile: string): Record<string, string> {
  if (!existsSync(jsonFile)) return {}
  try {
    return (
      (JSON.parse(readFileSync(jsonFile, 'utf8')) as { usingComponents?: Record<string, string> })
        .usingComponents ?? {}
    )
  } catch {
    // The syntax check reports JSON that doesn't parse.
    return {}
  }
}

function oneLine(text: string): string {
  return text.trim().split('\n').slice(0, 3).join(' | ')
}
