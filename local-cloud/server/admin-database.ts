import type { Engine } from '../database/engine'
import type { AdminDatabase } from '../local-cloud'

/** The database for the host program: seeds and tests. It may scan. */
export function adminDatabase(engine: Engine): AdminDatabase {
  return {
    insert: (collection, docs) => engine.insert(collection, docs),
    find: (collection, query = {}, { sort, limit } = {}) =>
      Promise.resolve().then(() =>
        engine.find(collection, {
          query,
          sort: sort ?? null,
          mayScan: true,
          ...(limit === undefined ? {} : { limit }),
        }),
      ),
    get: (collection, id) =>
      Promise.resolve().then(() => engine.find(collection, { query: { _id: id }, limit: 1 })[0] ?? null),
    update: (collection, query, update) =>
      engine.update(collection, { query, update, multi: true, mayScan: true }),
    remove: (collection, query) => engine.remove(collection, { query, multi: true, mayScan: true }),
    count: (collection, query = {}) => Promise.resolve().then(() => engine.count(collection, query, true)),
    explain: (collection, query, sort) => ({ index: engine.explain(collection, query, sort ?? null) }),
  }
}
