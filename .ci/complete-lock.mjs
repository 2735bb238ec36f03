// Completes .ci/package-lock.json after `npm run lock`: npm leaves out the parts for other machines that the registry
// at hand doesn't offer, and `npm ci` then refuses the whole lock, here and on those machines.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('package-lock.json', import.meta.url))
const lock = JSON.parse(await readFile(file, 'utf8'))
const exact = /^\d+\.\d+\.\d+[\w.+-]*$/

/** Where `name` is found from the package at `place`, as Node looks for it; null where it is nowhere. */
function find(place, name) {
  const here = `${place ? `${place}/` : ''}node_modules/${name}`
  if (lock.packages[here]) return here
  if (!place) return null
  return find(
    place.includes('/node_modules/') ? place.slice(0, place.lastIndexOf('/node_modules/')) : '',
    name,
  )
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['x64', 'ia32', 'arm64', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32']

/** For which machines a package is, by its name: `core-darwin-arm64`. */
function machineOf(name) {
  const words = name.split(/[-/]/)
  const cpu = processors.filter((one) => words.includes(one))
  return { os: systems.filter((one) => words.includes(one)), cpu }
}

const changes = []
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, wanted] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = find(place, name)
    if (found && (!exact.test(wanted) || lock.packages[found].version === wanted)) continue
    const { os, cpu } = machineOf(name)
    if (exact.test(wanted) && os.length > 0) {
      lock.packages[`${place}/node_modules/${name}`] = {
        version: wanted,
        ...(cpu.length > 0 && { cpu }),
        ...(entry.dev && { dev: true }),
        optional: true,
        os,
      }
      changes.push(`+ ${name}@${wanted}`)
      continue
    }
    // Neither for a machine nor a version: nothing that works is lost without it.
    delete entry.optionalDependencies[name]
    changes.push(`- ${name}@${wanted}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(changes.length > 0 ? changes.join('\n') : 'The lock is complete.')
