import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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
 * inside, so that a cold start reads one file and the cloud has nothing to install.
 */
export async function buildFunctions(): Promise<void> {
  await rm(functionsDir, { recursive: true, force: true })
  await Promise.all((await functionNames()).map(buildFunction))
}

async function buildFunction(name: string): Promise<void> {
  const outdir = path.join(functionsDir, name)
  await mkdir(outdir, { recursive: true })
  await build({
    entryPoints: [path.join(source, name, 'index.ts')],
    outfile: path.join(outdir, 'index.js'),
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
  await writeFile(
    path.join(outdir, 'package.json'),
    `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' }, null, 2)}\n`,
  )
  await writeFile(path.join(outdir, 'config.json'), await readFile(path.join(source, name, 'config.json')))
}

if (require.main === module) void buildFunctions()
