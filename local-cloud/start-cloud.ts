import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SharedClock, type CloudClock } from './clock'
import type { CollectionDefinition } from './database/definitions'
import { Engine } from './database/engine'
import { StrayWrites } from './database/stray-writes'
import { FaultDial } from './faults/fault-dial'
import { FunctionHost } from './functions/function-host'
import type { LocalCloud } from './local-cloud'
import type { ApiContext } from './openapi/api'
import { MediaChecks, type MediaCheckOptions } from './openapi/media-checks'
import { MessagePushes, type MessagePush } from './openapi/message-push'
import { Consents, Outbox } from './openapi/outbox'
import { PhoneCodes } from './openapi/phone-codes'
import { PersonaBook } from './personas/persona-book'
import { Visits } from './personas/visits'
import { WatchServer } from './realtime/watch-server'
import { RuleBook } from './rules/rule-book'
import { assemble } from './server/assemble'
import type { CloudParts } from './server/cloud-parts'
import { HttpServer, type Extend } from './server/http-server'
import { FileStore } from './storage/file-store'
import { TimerLoop } from './timers/timer-loop'

export type { LocalCloud } from './local-cloud'

/** How to start a local cloud. */
export interface StartOptions {
  /** The environment's id. */
  env: string
  appId?: string
  /** Where the data are kept; null keeps them in memory, and files in a folder that `close` removes. */
  dataDir: string | null
  /** Holds `<name>/{index.js, config.json}` for each function. */
  functionsDir: string
  collections: readonly CollectionDefinition[]
  /** 0, or nothing, takes any free port. */
  port?: number
  /** 127.0.0.1 unless told otherwise; 0.0.0.0 lets phones in the local network in. */
  host?: string
  /** Refuses queries that no index serves. */
  strict?: boolean
  /** What the machine's time is, in epoch ms; the cloud's clock runs on it. */
  clock?: Pick<CloudClock, 'now'>
  /** What `msgSecCheck` takes for risky, besides WeChat's own trial text. */
  riskyWords?: string[]
  /** Parts of addresses that `mediaCheckAsync` takes for risky. */
  riskyMedia?: string[]
  /** Time from `mediaCheckAsync` to its verdict's push, in ms by the cloud's clock; 10 s unless told otherwise. */
  mediaCheckDelayMs?: number
  /** Which functions get WeChat's messages, such as `{msgType: 'event', event: 'wxa_media_check', functionName}`. */
  messagePush?: readonly MessagePush[]
  /** The app's pages, `pages/index/index`: codes and messages to others are refused. Any page unless told. */
  pages?: readonly string[]
  /** The fields of each subscription template, `{tmpl: ['thing1', 'time2']}`: others are refused. Any unless told. */
  templates?: Readonly<Record<string, readonly string[]>>
  /** The text inside a mini-program code. */
  codeUrl?: (target: { scene: string; page: string }) => string
  /** A host program's own pages. */
  extend?: Extend
  /** Environment variables of all functions, as the console sets them; the cloud's own names stay the cloud's. */
  functionEnv?: Readonly<Record<string, string>>
  /** Instances per function; 4 unless told otherwise. */
  maxInstances?: number
  /** Runs timer triggers when they are due. */
  timers?: boolean
}

/**
 * Starts a local WeChat Cloud: the unmodified wx-server-sdk can't tell the difference (README.md says where it can).
 * Throws StartError: `DataBroken`, `DataTaken`, `PortTaken`, or `BadDefinition`, each with words for a person.
 */
export async function startCloud(options: StartOptions): Promise<LocalCloud> {
  const host = options.host ?? '127.0.0.1'
  const server = new HttpServer(options.extend)
  const port = await server.listen(options.port ?? 0, host)
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  const opened: (() => unknown)[] = [() => server.close()]
  try {
    const parts = buildParts(options, url, opened)
    server.serve(parts)
    if (options.timers) parts.timers.start()
    return assemble(parts, url, port, () => closeAll(opened))
  } catch (error) {
    await closeAll(opened)
    throw error
  }
}

async function closeAll(opened: (() => unknown)[]): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}

function buildParts(options: StartOptions, url: string, opened: (() => unknown)[]): CloudParts {
  const {
    env,
    collections,
    appId = 'wx0000000000local',
    functionsDir,
    maxInstances = 4,
    functionEnv = {},
  } = options
  const clock = new SharedClock(options.clock ? () => options.clock?.now() ?? Date.now() : Date.now)
  const now = (): number => clock.now()
  const rules = new RuleBook(collections)
  const dir = openDataDir(options.dataDir, opened)
  const file = options.dataDir === null ? ':memory:' : join(dir, 'cloud.db')
  const engine = new Engine({ file, definitions: collections, strict: options.strict ?? false, now })
  opened.push(() => engine.close())
  clock.onTravel(() => engine.transactions.sweep())
  const { store } = engine
  const files = new FileStore({ env, dir: join(dir, 'files'), store, now })
  const personas = new PersonaBook(store)
  const consents = new Consents(store)
  const outbox = new Outbox(store, consents, now)
  const watches = new WatchServer({ env, engine, rules, personas, now })
  opened.push(() => watches.close())
  const functions = new FunctionHost({
    env,
    appId,
    adminUrl: `${url}/admin`,
    functionsDir,
    functionEnv,
    maxInstances,
    clock,
  })
  opened.push(() => functions.close())
  const visits = new Visits(personas, now)
  const mediaChecks = openMediaChecks(options, { appId, now, store, files, functions })
  const timers = new TimerLoop(functions, now, [mediaChecks])
  opened.push(() => timers.stop())
  const apis: ApiContext = {
    appId,
    now,
    outbox,
    phoneCodes: new PhoneCodes(now),
    mediaChecks,
    visits,
    riskyWords: options.riskyWords ?? [],
    pages: options.pages ?? null,
    templates: options.templates ?? null,
    codeUrl:
      options.codeUrl ??
      (({ scene, page }) => `weixin://local-cloud/${page}?scene=${encodeURIComponent(scene)}`),
  }
  const dial = new FaultDial()
  return {
    env,
    clock,
    engine,
    functions,
    files,
    personas,
    visits,
    rules,
    watches,
    timers,
    consents,
    apis,
    dial,
    strayWrites: new StrayWrites((id) => engine.transactions.isOpen(id)),
  }
}

interface MediaRooms extends Pick<MediaCheckOptions, 'appId' | 'now' | 'store'> {
  files: FileStore
  functions: FunctionHost
}

function openMediaChecks(options: StartOptions, { files, functions, ...rooms }: MediaRooms): MediaChecks {
  const { messagePush = [], riskyMedia = [], mediaCheckDelayMs = 10_000 } = options
  const pushes = new MessagePushes(messagePush, functions)
  const judge: MediaCheckOptions['judge'] = (url) => {
    if (url.startsWith('cloud://') && !files.find(url)) return 'unreachable'
    return riskyMedia.some((part) => url.includes(part)) ? 'risky' : 'pass'
  }
  const push = (event: Record<string, unknown>): Promise<void> => pushes.deliver(event)
  return new MediaChecks({ ...rooms, delayMs: mediaCheckDelayMs, judge, push })
}

function openDataDir(dataDir: string | null, opened: (() => unknown)[]): string {
  if (dataDir !== null) {
    mkdirSync(dataDir, { recursive: true })
    return dataDir
  }
  const dir = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  opened.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
