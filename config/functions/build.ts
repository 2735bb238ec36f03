import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
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
 * inside, so that a cold start reads one file and the cloud has nothing to install. A function's `files.json` names
 * files of packages that are to lie beside it. A cloud that is running on the folder finds whole files at any time.
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
    // Its ES module looks for itself by `import.meta.url`, which a bundle has not.
    alias: { pdfkit: require.resolve('pdfkit') },
  })
  const manifest = `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`
  await replace(path.join(folder, 'index.js'), outputFiles[0]?.contents ?? '')
  await replace(path.join(folder, 'package.json'), manifest)
  await replace(path.join(folder, 'config.json'), await readFile(path.join(source, name, 'config.json')))
  await copyFiles(name)
}

/** Name beside the function → file in `node_modules`. */
type Files = Record<string, string>

async function copyFiles(name: string): Promise<void> {
  const list = await readFile(path.join(source, name, 'files.json'), 'utf8').catch(() => '{}')
  const copies = Object.entries(JSON.parse(list) as Files).map(async ([target, file]) => {
    const [from, to] = [path.join(root, 'node_modules', file), path.join(functionsDir, name, target)]
    // Fonts weigh megabytes and never change under their name.
    if ((await sizeOf(to)) === (await sizeOf(from))) return
    await copyFile(from, `${to}.${process.pid}`)
    await rename(`${to}.${process.pid}`, to)
  })
  await Promise.all(copies)
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => -1,
  )

async function replace(file: string, content: Uint8Array | string): Promise<void> {
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, content)
  await rename(fresh, file)
}

if (require.main === module) void buildFunctions()
