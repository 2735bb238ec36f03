import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** All files of a build, with `/`, below its folder. */
export function listFiles(dist: string): { name: string; bytes: number }[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name: name.split(path.sep).join('/'), stat: statSync(path.join(dist, name)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ name, stat }) => ({ name, bytes: stat.size }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
