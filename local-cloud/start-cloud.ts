import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SharedClock, type CloudClock } from './clock'
import type { CollectionDefinition } from './database/definitions'
import { Engine } from './database/engine'
import { FunctionHost } from './functions/function-host'
import type { LocalCloud } from './local-cloud'
import { Consents, Outbox } from './openapi/outbox'
import { PhoneCodes } from './openapi/phone-codes'
import { PersonaBook } from './personas/persona-book'
import { WatchServer } from './realtime/watch-server'
import { RuleBook } from './rules/rule-book'
import { adminDatabase } from './server/admin-database'
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
  /** What `msgSecCheck` takes for risky. */
  riskyWords?: string[]
  /** The text inside a mini-program code. */
  codeUrl?: (target: { scene: string; page: string }) => string
  /** A host program's own pages. */
  extend?: Extend
  /** Instances per function; 4 unless told otherwise. */
  maxInstances?: number
  /** Runs timer triggers when they are due. */
  timers?: boolean
}

/**
 * Starts a local WeChat Cloud: the unmodified wx-server-sdk can't tell the difference (README.md says where it can).
 * Throws StartError: `DataBroken`, `PortTaken`, or `BadDefinition`, each with words for a person.
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
  const { env, collections, appId = 'wx0000000000local', functionsDir, maxInstances = 4 } = options
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
    maxInstances,
    clock,
  })
  opened.push(() => functions.close())
  const timers = new TimerLoop(functions, now)
  opened.push(() => timers.stop())
  const apis = {
    outbox,
    phoneCodes: new PhoneCodes(now),
    riskyWords: options.riskyWords ?? [],
    codeUrl:
      options.codeUrl ??
      (({ scene, page }) => `weixin://local-cloud/${page}?scene=${encodeURIComponent(scene)}`),
  }
  const faults = { latencyMs: 0, failRate: 0 }
  return { env, clock, engine, functions, files, personas, rules, watches, timers, consents, apis, faults }
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

function assemble(parts: CloudParts, url: string, port: number, close: () => Promise<void>): LocalCloud {
  const { env, clock, engine, functions, files, personas, consents, timers, apis, faults, watches } = parts
  return {
    url,
    port,
    env,
    clock,
    database: adminDatabase(engine),
    functions: {
      invoke: async (name, data, { openid, source = 'wx_client' }) =>
        JSON.parse((await functions.call(name, data, { openid, source })).result) as unknown,
      logs: () => functions.log.list(),
    },
    storage: {
      list: () => files.list(),
      write: (cloudPath, content) => files.fileId(files.write(cloudPath, content, '').path),
      read: (fileId) => {
        const found = files.find(fileId)
        return found ? files.read(found.path) : null
      },
    },
    outbox: { list: () => apis.outbox.list() },
    consents: {
      grant: (openid, templateId) => consents.grant(openid, templateId),
      count: (openid, templateId) => consents.count(openid, templateId),
    },
    timers: {
      fire: (functionName, triggerName) => timers.fire(functionName, triggerName),
      runDue: () => timers.runDue(),
    },
    personas: {
      create: (persona) => personas.create(persona),
      list: () => personas.list(),
      byToken: (token) => personas.byToken(token),
      byId: (id) => personas.byId(id),
    },
    faults,
    dropSockets: () => watches.dropAll(),
    close,
  }
}
