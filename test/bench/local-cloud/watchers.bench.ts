import path from 'node:path'
import WebSocket from 'ws'
import { createCloudClient } from '../../../local-cloud/client/cloud-client'
import type { ClientSocket } from '../../../local-cloud/client/types'
import { startCloud, type LocalCloud } from '../../../local-cloud/start-cloud'
import type { Measure } from '../_support/measure'
import { temporaryDir } from '../_support/orders'
import { ratioOf } from '../_support/ratio'

const WATCHERS = 1000
const functionsDir = path.join(__dirname, '..', '_support', 'functions')

/** Watchers of one query: `change` writes once, and ends when each of them has the new documents. */
interface Crowd {
  change(): Promise<void>
}

let cloud: LocalCloud | null = null
let last = 0

async function startedCloud(): Promise<LocalCloud> {
  cloud ??= await startCloud({
    env: 'bench',
    dataDir: temporaryDir(),
    functionsDir,
    collections: [1, 2, 3, 4, 5, 6].map((n) => ({ name: `signals${n}`, rule: 'ADMINWRITE', indexes: [] })),
  })
  return cloud
}

/** As many watchers as asked for, shared out among so many clients, each a persona with a socket of their own. */
async function crowd(watchers: number, clients: number): Promise<Crowd> {
  const opened = await startedCloud()
  const name = `signals${++last}`
  await opened.database.insert(name, [{ _id: 'hall', n: 0, text: 'x'.repeat(200) }])
  let missing = watchers
  let allTold = (): void => undefined
  const told = (): Promise<void> => new Promise((resolve) => (allTold = resolve))
  const opening = told()
  for (let i = 0; i < clients; i++) {
    const { token } = opened.personas.create({ name: `watcher ${i}` })
    const client = createCloudClient({
      url: opened.url,
      token,
      webSocket: WebSocket as unknown as new (url: string) => ClientSocket,
    })
    for (let k = 0; k < watchers / clients; k++) {
      client
        .database()
        .collection(name)
        .where({ n: { $gte: 0 } })
        .watch({
          onChange: ({ docs }) => {
            if (docs.length === 1 && --missing === 0) allTold()
          },
          onError: ({ errMsg }) => {
            throw new Error(errMsg)
          },
        })
    }
  }
  await opening
  const change = async (): Promise<void> => {
    missing = watchers
    const done = told()
    await opened.database.update(name, { _id: 'hall' }, { $inc: { n: 1 } })
    await done
  }
  return { change }
}

/** A change until the last of many has its documents, against a change until the only watcher has them. */
const spreadOf = (clients: number): Measure => ({
  name: `watch, ${WATCHERS} watchers on ${clients} sockets against one`,
  unit: '×',
  // A socket of its own for each costs a system call each, which no work in the server can save: for information.
  goal: clients < WATCHERS ? 5 : null,
  measure: async () => {
    const one = await crowd(1, 1)
    const many = await crowd(WATCHERS, clients)
    return await ratioOf({ base: () => one.change(), other: () => many.change(), samples: 60 })
  },
})

export const measures: readonly Measure[] = [spreadOf(1), spreadOf(10), spreadOf(WATCHERS)]

export const close = async (): Promise<void> => await cloud?.close()
