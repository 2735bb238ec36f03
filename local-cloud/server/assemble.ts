import type { Caller } from '../functions/invocation'
import type { LocalCloud } from '../local-cloud'
import { adminDatabase } from './admin-database'
import type { CloudParts } from './cloud-parts'

/** The rooms of a running cloud as the host program sees them. */
export function assemble(
  parts: CloudParts,
  url: string,
  port: number,
  close: () => Promise<void>,
): LocalCloud {
  const { env, clock, engine, functions, files, personas, consents, timers, apis, dial, watches } = parts
  return {
    url,
    port,
    env,
    clock,
    database: adminDatabase(engine),
    functions: {
      invoke: async (name, data, { openid, source = 'wx_client' }) =>
        await invokeAs(parts, name, data, { openid, source }),
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
      list: () => consents.list(),
    },
    mediaChecks: {
      pending: () => apis.mediaChecks.pending(),
      decide: (part, verdict) => apis.mediaChecks.decide(part, verdict),
    },
    timers: {
      fire: (functionName, triggerName) => timers.fire(functionName, triggerName),
      runDue: () => timers.runDue(),
    },
    personas: {
      create: (persona) => personas.create(persona),
      remove: (id) => personas.remove(id),
      list: () => personas.list(),
      byToken: (token) => personas.byToken(token),
      byId: (id) => personas.byId(id),
    },
    faults: dial.settings,
    dropSockets: (share = 1) => watches.dropAll(() => dial.hits(share)),
    close,
  }
}

async function invokeAs(parts: CloudParts, name: string, data: unknown, caller: Caller): Promise<unknown> {
  parts.visits.note(caller.openid)
  const { result } = await parts.functions.call(name, data, caller, 'host')
  return JSON.parse(result) as unknown
}
