import * as z from 'zod'
import { roleSchema } from '@/domain/shared/role'
import { streetEventKinds } from '../copy'

const phoneSchema = z.object({ persona: z.string(), name: z.string(), role: z.string(), path: z.string() })
const personaSchema = z.object({ id: z.string(), name: z.string(), note: z.string().optional().default('') })

/** `GET /street/state`: who stands in the street. */
export const stateSchema = z.object({
  phones: z.array(phoneSchema),
  personas: z.array(personaSchema),
  poster: z.object({ areaName: z.string(), code: z.string(), imageUrl: z.string() }),
  lanUrl: z.string().nullable(),
  lanCode: z.string().nullable(),
  now: z.number(),
})

/** One message of `GET /street/events`: what somebody did. */
export const eventSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  at: z.coerce.date(),
  kind: z.enum(streetEventKinds),
  actor: z.string(),
  /** Whom an order is for. */
  requester: z.string().optional(),
  place: z.string().optional().default(''),
  /** Whom it happened to, where it is about a person. */
  text: z.string(),
  role: roleSchema.nullable().optional().default(null),
})

export type StreetState = z.infer<typeof stateSchema>
export type Persona = z.infer<typeof personaSchema>
export type StreetEvent = z.infer<typeof eventSchema>

/** Throws where the street doesn't answer as agreed. */
export async function fetchState(): Promise<StreetState> {
  const answer = await fetch('/street/state')
  return stateSchema.parse(await answer.json())
}

/** Sets how slow (ms) and how often failing (0 to 1) every phone's network is. */
export async function setFaults(faults: { latencyMs: number; failRate: number }): Promise<void> {
  const answer = await fetch('/street/faults', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  })
  if (!answer.ok) throw new Error(`faults: ${answer.status}`)
}

/** An event as it came over the wire; null for one that this page doesn't know. */
export function eventOf(data: string): StreetEvent | null {
  try {
    return eventSchema.parse(JSON.parse(data))
  } catch {
    return null
  }
}
