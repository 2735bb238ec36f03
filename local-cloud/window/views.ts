import type { PersonaBook } from '../personas/persona-book'
import type { CloudParts } from '../server/cloud-parts'
import { baseOf } from '../server/exchange'
import { documentsView } from './documents-view'
import type { IncomingMessage } from 'node:http'

/** What the window shows; each view is plain data. */
type View = (parts: CloudParts, asked: URLSearchParams, request: IncomingMessage) => unknown

const LINK_SECONDS = 600
const MOST_CALLS = 100

/** The views by name: `/cloud/api/<name>`. Tokens are in none of them. */
export const VIEWS: Record<string, View> = {
  overview: ({ env, clock, watches, dial }) => ({
    env,
    now: clock.now(),
    aheadMs: clock.aheadMs,
    watches: watches.size,
    faults: dial.settings,
  }),
  collections: ({ engine }) =>
    engine.catalog.list().map(({ id, name, indexes }) => ({
      name,
      documents: engine.store.get<{ count: number }>(
        'SELECT count(*) AS count FROM documents WHERE collection = ?',
        [id],
      )?.count,
      indexes: indexes.map(({ definition }) => definition),
    })),
  documents: documentsView,
  calls: ({ functions, personas }, asked) => {
    const name = asked.get('function')
    const calls = functions.log.list().reverse()
    const shown = (name ? calls.filter((call) => call.name === name) : calls).slice(0, MOST_CALLS)
    return shown.map((call) => ({ ...call, who: whoIs(personas, call.openid) || call.source }))
  },
  functions: ({ functions }) => {
    const instances = functions.instances()
    return functions.folder
      .list()
      .map((name) => ({ name, instances: instances[name] ?? 0, ...functions.folder.config(name) }))
  },
  messages: ({ apis, consents, personas }) => ({
    outbox: apis.outbox
      .list()
      .reverse()
      .map((message) => ({ ...message, who: whoIs(personas, message.openid) })),
    consents: consents.list().map((one) => ({ ...one, who: whoIs(personas, one.openid) })),
    mediaChecks: apis.mediaChecks.pending(),
  }),
  timers: ({ timers }) => timers.list(),
  people: ({ personas, visits }) =>
    personas.list().map(({ id, name, note, openid, phone }) => ({
      id,
      name,
      note,
      openid,
      phone,
      lastAt: visits.lastAt(openid),
    })),
  sockets: ({ watches, personas }) =>
    watches.list().map((client) => ({ ...client, who: whoIs(personas, client.openid ?? '') })),
  files: ({ files }, _asked, request) =>
    files.list().map((file) => {
      const fileId = files.fileId(file.path)
      return { ...file, fileId, url: files.downloadUrl(baseOf(request), fileId, LINK_SECONDS, '') }
    }),
}

/** A persona's name, or the openid itself. */
function whoIs(personas: PersonaBook, openid: string): string {
  return personas.byOpenid(openid)?.name ?? openid
}
