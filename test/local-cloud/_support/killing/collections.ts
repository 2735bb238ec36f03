import type { CollectionDefinition } from '../../../../local-cloud/database/definitions'

/** What the writers write to; strict mode makes every query go through these indexes. */
export const collections: CollectionDefinition[] = [
  {
    name: 'things',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'owner_version', keys: { owner: 1, version: -1 } },
      { name: 'tags', keys: { tags: 1 } },
    ],
  },
  { name: 'accounts', rule: 'ADMINONLY', indexes: [] },
  { name: 'moves', rule: 'ADMINONLY', indexes: [{ name: 'from', keys: { from: 1 } }] },
  { name: 'batches', rule: 'ADMINONLY', indexes: [{ name: 'batch', keys: { batch: 1 } }] },
  { name: 'seats', rule: 'ADMINONLY', indexes: [{ name: 'seat', keys: { seat: 1 }, unique: true }] },
]
