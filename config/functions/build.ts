import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(__dirname, '../..')
const source = path.join(root, 'cloudfunctions')

/** Where the bundled functions go: each folder can be uploaded as it stands. */
export const functionsDir = path.join(root, 'dist/cloudfunctions')

/** The functions there are: every folder of `cloudfunctions/` without an underscore. */
export async function functionNames(): Promise<string[]> {
  const entries = await readdir(source, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('_')).map(({ name }) => name)
}

/**
 * Bundles every cloud function into `dist/cloudfunctions/<name>/{index.js,package.json,config.json}`, with the SDK
 * inside, so that a cold start reads one file and the cloud has nothing to install. A cloud that is running on
 * the folder finds whole files at any time.
 */
export async function buildFunctions(): Promise<void> {
  const names = await functionNames()
  const stale = (await readdir(functionsDir).catch(() => [])).filter((name) => !names.includes(name))
  await Promise.all(stale.map((name) => rm(path.join(functionsDir, name), { recursive: true, force: true })))
  await Promise.all(names.map(buildFunction))
}

async function buildFunction(name: string): Promise<void> {
  const folder = path.join(functionsDir, name)
  await mkdir(folder, { recursive: true })
  const { outputFiles } = await build({
    entryPoints: [path.join(source, name, 'index.ts')],
    write: false,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'warning',
    // An optional helper of protobufjs, looked up by eval and not needed.
    external: ['long'],
  })
  const manifest = `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`
  await replace(path.join(folder, 'index.js'), outputFiles[0]?.contents ?? '')
  await replace(path.join(folder, 'package.json'), manifest)
  await replace(path.join(folder, 'config.json'), await readFile(path.join(source, name, 'config.json')))
}

async function replace(file: string, content: Uint8Array | string): Promise<void> {
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, content)
  await rename(fresh, file)
}

if (require.main === module) void buildFunctions()
