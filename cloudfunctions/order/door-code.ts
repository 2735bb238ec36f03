import { randomInt } from 'node:crypto'

/** Six digits, so that they can be read out at a door. */
export const newDoorCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
