import { copyFile, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(__dirname, '../../..')

/** Where the built street goes: `index.html`, `street.js`, `street.css`. */
export const streetDir = path.join(root, 'dist/street')

/** Bundles the page that `npm start` opens into `dist/street`. */
export async function buildStreet(): Promise<void> {
  await rm(streetDir, { recursive: true, force: true })
  await mkdir(streetDir, { recursive: true })
  await build({
    entryPoints: { street: path.join(__dirname, 'main.tsx') },
    outdir: streetDir,
    bundle: true,
    minify: true,
    platform: 'browser',
    target: ['chrome100', 'safari15', 'firefox100'],
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: path.join(root, 'tsconfig.json'),
    logLevel: 'warning',
  })
  await copyFile(path.join(__dirname, 'index.html'), path.join(streetDir, 'index.html'))
}

if (require.main === module) void buildStreet()
