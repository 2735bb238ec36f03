import { useState } from 'react'
import type { Persona, StreetState } from './contract'

/** A place in the row, and the phone that lies there. */
export interface Phone {
  slot: number
  persona: string
  name: string
  role: string
  path: string
  isElder: boolean
  /** How often it was started: another number, another start. */
  starts: number
}

/** The newcomer, who scans the poster. */
export const newcomer = 'linxiao'
const home = 'pages/home/index'

export const phoneUrl = ({ persona, isElder, path }: Phone): string =>
  `/phone/?persona=${encodeURIComponent(persona)}${isElder ? '&elder=1' : ''}#/${path.replace(/^\//, '')}`

/** The phones in the row, and what can be done with them. */
export function usePhones({ phones: given, personas, poster }: StreetState) {
  const [phones, setPhones] = useState<readonly Phone[]>(() =>
    given.map((phone, slot) => ({ ...phone, slot, isElder: false, starts: 0 })),
  )
  const start = (slot: number, change: Partial<Omit<Phone, 'slot' | 'starts'>> = {}): void =>
    setPhones((all) =>
      all.map((phone) => (phone.slot === slot ? { ...phone, ...change, starts: phone.starts + 1 } : phone)),
    )
  const handTo = (slot: number, { id, name, note }: Persona): void => {
    const known = given.find(({ persona }) => persona === id)
    start(slot, { persona: id, name, role: known?.role ?? note, path: known?.path ?? home })
  }
  /** Opens what the poster's code says on the newcomer's phone; answers where that lies. */
  const scan = (): number => {
    const scanner = given.find(({ persona }) => persona === newcomer)
    const slot =
      phones.find(({ persona }) => persona === newcomer)?.slot ?? (scanner ? given.indexOf(scanner) : 0)
    start(slot, { ...scanner, path: `pages/join/index?scene=${encodeURIComponent(poster.code)}` })
    return slot
  }
  const newcomerName = personas.find(({ id }) => id === newcomer)?.name ?? ''
  return { phones, start, handTo, scan, newcomerName }
}
