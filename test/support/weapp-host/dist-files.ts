import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'

interface TabBarConfig {
  list: { pagePath: string; text: string }[]
}

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: TabBarConfig
  window?: Record<string, unknown>
}

/** A page's or component's JSON, as far as the host reads it. */
export interface UnitJson {
  component?: boolean
  usingComponents?: Record<string, string>
  navigationBarTitleText?: string
  enablePullDownRefresh?: boolean
}

/** A compiled build, read into memory, its templates compiled for glass-easel. */
export interface Build {
  dist: string
  /** Text files (js, json, wxss) by path below `dist`, with `/`. */
  files: ReadonlyMap<string, string>
  app: AppJson
  /** All pages, those of subpackages included. */
  pages: string[]
  /** Pages of the tab bar, in order. */
  tabs: { pagePath: string; text: string }[]
  /** Pages and components: whatever has both a JSON and a WXML. */
  units: Map<string, UnitJson>
  /** JavaScript expression: compiled templates by unit. */
  templates: string
  /** For every built-in tag (`wx-input`), the attributes that some template sets on it, in camelCase. */
  attributes: Map<string, Set<string>>
  /** Tags that some JSON declares as components. */
  componentTags: Set<string>
}

const NOT_BUILT_IN = new Set(['template', 'import', 'include', 'wxs', 'block', 'slot'])
const TEXT_FILE = /\.(js|json|wxml|wxss|wxs)$/
/** A tag with its attributes, so that what looks like a tag inside of an attribute stays. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g
const NOT_A_PROPERTY = /^(wx:|data-|mark:|bind|catch|mut-|capture-)|^(id|class|style|slot)$/

/**
 * Reads and compiles a build.
 * @throws Error naming the build command if there is no build.
 */
export function readBuild(dist: string): Build {
  if (!existsSync(path.join(dist, 'app.json'))) {
    throw new Error(`No compiled WeChat build in ${dist}: run \`npm run build:weapp\` first.`)
  }
  const files = readTextFiles(dist)
  const app = JSON.parse(files.get('app.json') ?? '') as AppJson
  const units = findUnits(files, app)
  const componentTags = new Set(
    [...units.values()].flatMap((unit) => Object.keys(unit.usingComponents ?? {})),
  )
  const subPackages = app.subPackages ?? app.subpackages ?? []
  return {
    dist,
    files,
    app,
    pages: [
      ...app.pages,
      ...subPackages.flatMap(({ root, pages }) => pages.map((page) => joinPath(root, page))),
    ],
    tabs: app.tabBar?.list ?? [],
    units,
    componentTags,
    ...compileTemplates(files, componentTags),
  }
}

/** Joins and normalises paths of a build: `joinPath('a/b', '../c')` is `a/c`. */
export function joinPath(...parts: string[]): string {
  return path.posix.join(...parts).replace(/^\/+/, '')
}

function readTextFiles(dist: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const full = path.join(dist, name)
    if (TEXT_FILE.test(name) && statSync(full).isFile()) {
      files.set(name.split(path.sep).join('/'), readFileSync(full, 'utf8'))
    }
  }
  return files
}

function findUnits(files: Map<string, string>, app: AppJson): Map<string, UnitJson> {
  const units = new Map<string, UnitJson>()
  const shared = (app as UnitJson).usingComponents
  for (const [name, text] of files) {
    const unit = name.slice(0, -'.json'.length)
    if (!name.endsWith('.json') || !files.has(`${unit}.wxml`)) continue
    const json = JSON.parse(text) as UnitJson
    units.set(unit, { ...json, usingComponents: { ...shared, ...json.usingComponents } })
  }
  return units
}

function compileTemplates(
  files: Map<string, string>,
  componentTags: Set<string>,
): Pick<Build, 'templates' | 'attributes'> {
  const group = new TmplGroup()
  const attributes = new Map<string, Set<string>>()
  for (const [name, text] of files) {
    if (name.endsWith('.wxs')) group.addScript(name.slice(0, -'.wxs'.length), text)
    if (!name.endsWith('.wxml')) continue
    const wxml = prefixBuiltIns(text, componentTags)
    collectAttributes(wxml, attributes)
    const notes = group.addTmpl(name.slice(0, -'.wxml'.length), wxml) as {
      isError?: boolean
      message?: string
    }[]
    const fatal = notes.find((note) => note.isError)
    if (fatal) throw new Error(`${name}: ${fatal.message ?? 'template error'}`)
  }
  const templates = group.getTmplGenObjectGroups()
  group.free()
  return { templates, attributes }
}

/** As wcc does: built-in tags become `wx-*`, which also keeps HTML's own rules for <input> or <button> away. */
function prefixBuiltIns(wxml: string, componentTags: Set<string>): string {
  return wxml.replace(TAG, (all, slash: string, tag: string, rest: string) =>
    NOT_BUILT_IN.has(tag) || componentTags.has(tag) ? all : `<${slash}wx-${tag}${rest}>`,
  )
}

function collectAttributes(wxml: string, attributes: Map<string, Set<string>>): void {
  for (const [, tag = '', text = ''] of wxml.matchAll(/<(wx-[a-z0-9-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)/g)) {
    const known = attributes.get(tag) ?? new Set<string>()
    attributes.set(tag, known)
    for (const [, name = ''] of text.matchAll(/(?:^|\s)([\w:-]+)(?==|\s|$)/g)) {
      if (!NOT_A_PROPERTY.test(name)) known.add(camelCase(name))
    }
  }
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
