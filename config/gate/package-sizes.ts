import { readFileSync } from 'node:fs'
import path from 'node:path'
import { listFiles } from './build-files'
import type { GateFailure, PackageSize } from './report'

const KB = 1024
/** WeChat allows 2,048 KB; half of it is kept free, so that growing is a decision. */
export const MAIN_BUDGET_BYTES = 1024 * KB
/** WeChat's own limit for a subpackage. */
export const SUBPACKAGE_BUDGET_BYTES = 2048 * KB
/** DevTools leaves these out of the upload. */
const NOT_UPLOADED = /(^|\/)(project(\.private)?\.config\.json|.*\.LICENSE\.txt|.*\.map)$/

/** The main package's and every subpackage's size, as uploaded before compression. */
export function measurePackages(dist: string): PackageSize[] {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as Record<string, unknown>
  const subPackages = (app.subPackages ?? app.subpackages ?? []) as { root: string }[]
  const roots = subPackages.map(({ root }) => root.replace(/^\/|\/$/g, ''))
  const sizes = new Map(['', ...roots].map((root) => [root, 0]))
  for (const { name, bytes } of listFiles(dist).filter((file) => !NOT_UPLOADED.test(file.name))) {
    const root = roots.find((candidate) => name.startsWith(`${candidate}/`)) ?? ''
    sizes.set(root, (sizes.get(root) ?? 0) + bytes)
  }
  return [...sizes].map(([root, bytes]) => ({
    root,
    bytes,
    budgetBytes: root === '' ? MAIN_BUDGET_BYTES : SUBPACKAGE_BUDGET_BYTES,
  }))
}

export function checkSizes(sizes: PackageSize[]): GateFailure[] {
  return sizes
    .filter(({ bytes, budgetBytes }) => bytes > budgetBytes)
    .map(({ root, bytes, budgetBytes }) => ({
      check: 'size' as const,
      sentence: `${root === '' ? 'The main package' : `The subpackage ${root}`} has ${Math.ceil(bytes / KB)} KB; ${budgetBytes / KB} KB are allowed.`,
    }))
}
