import { Collection } from './collection'
import { schemas, type CollectionName, type DocumentOf } from './schemas'
import type { Trips } from './trips'

/** Every collection of `schemas.ts`, for the length of one request. */
export type Store = { readonly [N in CollectionName]: Collection<DocumentOf<N>> }

export function openStore(trips: Trips): Store {
  const collections = Object.entries(schemas).map(
    ([name, schema]) => [name, new Collection(trips, name, schema as never)] as const,
  )
  // The table ties names and schemas together; the compiler can't follow a name through its entries.
  return Object.fromEntries(collections) as unknown as Store
}
