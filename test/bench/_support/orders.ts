import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionDefinition, Document } from '../../../local-cloud/database/definitions'
import { Engine } from '../../../local-cloud/database/engine'

/** Orders of a neighbourhood, about 600 bytes of JSON each, under four indexes, one of them on an array. */
export const collections: readonly CollectionDefinition[] = [
  {
    name: 'orders',
    rule: 'ADMINONLY',
    indexes: [
      { name: 'status_at', keys: { status: 1, at: -1 } },
      { name: 'owner_at', keys: { owner: 1, at: -1 } },
      { name: 'code', keys: { code: 1 }, unique: true },
      { name: 'tags', keys: { tags: 1 } },
    ],
  },
]

export const STATUSES = ['posted', 'accepted', 'done', 'closed'] as const
const BATCH = 1000

/** The id of order `n`. */
export const orderId = (n: number): string => `order-${String(n).padStart(7, '0')}`

/** Order `n`; the values of its indexed fields are the same in number whatever the size of the collection. */
export const orderOf = (n: number): Document => ({
  _id: orderId(n),
  code: `C${n}`,
  status: STATUSES[n % STATUSES.length],
  owner: `resident-${n % 40}`,
  at: new Date(1_700_000_000_000 + n * 60_000),
  tags: [`kind-${n % 7}`, `house-${n % 40}`, `hour-${n % 24}`],
  place: { name: `Building ${n % 40}, door ${n % 12}`, location: [116.3 + (n % 97) / 1000, 39.9] },
  counts: { seen: n % 13, asked: n % 5 },
  text: 'Please carry the groceries up to the fifth floor; the lift is out of order again. '.repeat(4),
})

/** The number of an order among `total`, far from that of the sample before. */
export const spread = (i: number, total: number): number => (i * 7919) % total

/** A folder that is gone when the process ends. */
export function temporaryDir(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'bench-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** The engine over `<dir>/cloud.db`, strict. */
export const openEngine = (dir: string): Engine =>
  new Engine({ file: path.join(dir, 'cloud.db'), definitions: collections, strict: true, now: Date.now })

/** A data folder with orders 0 … total - 1, as a local cloud leaves it. */
export async function dataDirWith(total: number): Promise<string> {
  const dir = temporaryDir()
  const engine = openEngine(dir)
  for (let from = 0; from < total; from += BATCH) {
    const size = Math.min(BATCH, total - from)
    await engine.insert(
      'orders',
      Array.from({ length: size }, (_, i) => orderOf(from + i)),
    )
  }
  engine.close()
  return dir
}
