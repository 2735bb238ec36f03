import * as z from 'zod'
import { personaId } from '@/platform/persona'
import { createCloudClient, type CloudClient } from '../../local-cloud/client/cloud-client'

const personaSchema = z.object({ token: z.string() })

async function connect(): Promise<CloudClient> {
  const answer = await fetch(`/personas/${personaId() ?? ''}`)
  const { token } = personaSchema.parse(await answer.json())
  return createCloudClient({ url: window.location.origin, token })
}

let client: Promise<CloudClient> | null = null

/** The local street's cloud, as the persona who holds this phone; a failed connection is tried anew. */
export function localClient(): Promise<CloudClient> {
  client ??= connect().catch((error: unknown) => {
    client = null
    throw error
  })
  return client
}
