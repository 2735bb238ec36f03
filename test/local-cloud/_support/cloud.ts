import path from 'node:path'
import WebSocket from 'ws'
import { createCloudClient, type CloudClient } from '../../../local-cloud/client/cloud-client'
import type { ClientSocket } from '../../../local-cloud/client/types'
import type { CollectionDefinition } from '../../../local-cloud/database/definitions'
import type { Persona } from '../../../local-cloud/personas/persona-book'
import { startCloud, type LocalCloud, type StartOptions } from '../../../local-cloud/start-cloud'

export const functionsDir = path.join(__dirname, 'functions')

/** Collections that most specs do with. */
export const collections: CollectionDefinition[] = [
  { name: 'things', rule: 'ADMINWRITE', indexes: [] },
  { name: 'secrets', rule: 'ADMINONLY', indexes: [] },
]

/** A cloud in memory. */
export const startTestCloud = (options: Partial<StartOptions> = {}): Promise<LocalCloud> =>
  startCloud({ env: 'test', dataDir: null, functionsDir, collections, ...options })

/** A client that is signed in as a persona. */
export const clientOf = (cloud: LocalCloud, { token }: Pick<Persona, 'token'>): CloudClient =>
  createCloudClient({
    url: cloud.url,
    token,
    webSocket: WebSocket as unknown as new (url: string) => ClientSocket,
  })

/** What a promise rejects with. */
export const rejection = async (promise: Promise<unknown>): Promise<Record<string, unknown>> =>
  promise.then(
    () => Promise.reject(new Error('it should have been refused')),
    (error: Record<string, unknown>) => error,
  )
