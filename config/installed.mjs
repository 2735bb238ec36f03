// Whether the installed packages are the wanted ones: plain JavaScript, for config/bootstrap.mjs.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

const read = (file) => readFile(file, 'utf8').catch(() => '')

/** Where the lock is kept: the top level of the repository is fixed. */
export const lockIn = (root) => path.join(root, '.ci/package-lock.json')
/** What was installed last, as `wantedIn` named it. */
export const stampIn = (root) => path.join(root, 'node_modules/.jiamenkou-stamp')

/** A name for what is to be installed: it changes with the lock and with the packages that package.json asks for. */
export async function wantedIn(root) {
  const { dependencies, devDependencies, overrides } = JSON.parse(await read(path.join(root, 'package.json')))
  const asked = JSON.stringify([dependencies, devDependencies, overrides])
  return createHash('sha256')
    .update(asked)
    .update(await read(lockIn(root)))
    .digest('hex')
}

/** Do the packages that npm wrote down as installed hold all of the lock's, but those for other machines? */
export function holds(installed, lock) {
  return Object.entries(lock.packages).every(([place, { version, optional }]) => {
    const found = installed.packages[place]
    return place === '' || (found ? found.version === version : optional === true)
  })
}

/** Is everything installed as package.json and the lock want it? */
export async function isInstalled(root) {
  if ((await read(stampIn(root))) === (await wantedIn(root))) return true
  const [installed, lock] = await Promise.all([
    read(path.join(root, 'node_modules/.package-lock.json')),
    read(lockIn(root)),
  ])
  return installed !== '' && lock !== '' && holds(JSON.parse(installed), JSON.parse(lock))
}
