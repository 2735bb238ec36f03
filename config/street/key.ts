import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The file with the key of a street's cloud, in its data folder. */
export const keyFile = 'functions.key'

/** The key of the street in `folder`, which exists; made at the first start, for its owner's eyes only. */
export async function keyOfStreet(folder: string): Promise<string> {
  const file = path.join(folder, keyFile)
  const fresh = randomBytes(32).toString('base64')
  // Only the first start finds no file: one that is there is never written over.
  await writeFile(file, `${fresh}\n`, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(file, 'utf8')).trim()
}
