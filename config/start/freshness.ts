import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inRoot } from './paths'

const filesOf = async (place: string): Promise<string[]> => {
  const entries = await readdir(inRoot(place), { withFileTypes: true, recursive: true }).catch(() => null)
  if (entries === null) return [place]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(inRoot(), path.join(entry.parentPath ?? entry.path, entry.name)))
}

/** A hash of the names and contents of everything below these files and folders (relative to the root). */
export async function hashOf(places: readonly string[]): Promise<string> {
  const files = (await Promise.all(places.map(filesOf))).flat().sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(await readFile(inRoot(file)))
  return hash.digest('hex')
}

const stampOf = (name: string): string => inRoot('dist', `.stamp-${name}`)

/** Is `result` there, and was `name` built from sources with this hash? */
export const isBuilt = async (name: string, hash: string, result: string): Promise<boolean> =>
  existsSync(inRoot(result)) && (await readFile(stampOf(name), 'utf8').catch(() => '')) === hash

export async function markBuilt(name: string, hash: string): Promise<void> {
  await mkdir(inRoot('dist'), { recursive: true })
  await writeFile(stampOf(name), hash)
}
