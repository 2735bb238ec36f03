import { randomBytes } from 'node:crypto'
import { newId } from '@/domain/shared/ids'

export const randomByte = (): number => randomBytes(1).readUInt8(0)

/** Where a file goes that only those find whom the server told: the path is its secret. */
export const secretPath = (folder: string): string => `${folder}/${newId(randomByte)}.pdf`
