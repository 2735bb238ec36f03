import type { ServerResponse } from 'node:http'
import type { CloudParts } from './cloud-parts'
import { sendJson } from './exchange'
import { WINDOW_PAGE } from './window-page'

/** `/cloud/…`: what a developer may look at. False when the path is none of these. */
export function windowRoute(parts: CloudParts, path: string, response: ServerResponse): boolean {
  if (path === '/cloud') {
    response.writeHead(302, { location: '/cloud/' }).end()
    return true
  }
  if (path === '/cloud/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(WINDOW_PAGE)
    return true
  }
  const view = VIEWS[path]
  if (!view) return false
  sendJson(response, view(parts))
  return true
}

const VIEWS: Record<string, (parts: CloudParts) => unknown> = {
  '/cloud/outbox': ({ apis }) => apis.outbox.list().reverse(),
  '/cloud/logs': ({ functions }) => functions.log.list().reverse(),
  '/cloud/status': status,
}

/** Names and notes of personas, never their tokens. */
function status({
  env,
  clock,
  engine,
  functions,
  files,
  personas,
  watches,
  timers,
  faults,
}: CloudParts): unknown {
  return {
    env,
    now: clock.now(),
    collections: engine.catalog.list().map(({ id, name, indexes }) => ({
      name,
      documents: engine.store.get<{ count: number }>(
        'SELECT count(*) AS count FROM documents WHERE collection = ?',
        [id],
      )?.count,
      indexes: indexes.map(({ definition }) => definition),
    })),
    functions: functions.folder.list(),
    instances: functions.instances(),
    files: files.list().length,
    watches: watches.size,
    timers: timers.list(),
    personas: personas.list().map(({ id, name, note }) => ({ id, name, note })),
    faults,
  }
}
