import { existsSync } from 'node:fs'
import path from 'node:path'
import { checkWithCi } from './miniprogram-ci'
import { checkOldPhones } from './old-phones'
import { checkSizes, measurePackages } from './package-sizes'
import { printReport, type GateFailure, type GateReport, type GateSkip, type PackageSize } from './report'
import { checkSyntax } from './syntax'
import { checkTags } from './tags'
import { checkWithCompilers } from './wechat-compilers'

/**
 * Judges a compiled WeChat build, offline: syntax of scripts and JSON, scripts that old phones refuse, tags that
 * nobody defines, WeChat's template and style compilers, miniprogram-ci's view of app.json, pages, components and
 * requires, and the package sizes.
 */
export async function checkWeapp(dist: string): Promise<GateReport> {
  const start = performance.now()
  const folder = path.resolve(dist)
  const finish = (
    failures: GateFailure[],
    skipped: GateSkip[] = [],
    sizes: PackageSize[] = [],
  ): GateReport => {
    const durationMs = Math.round(performance.now() - start)
    return { dist: folder, ok: failures.length === 0, failures, skipped, sizes, durationMs }
  }
  if (!existsSync(path.join(folder, 'app.json'))) {
    return finish([
      { check: 'build', sentence: `There is no build in ${dist}: run \`npm run build:weapp\` first.` },
    ])
  }
  const syntax = checkSyntax(folder)
  if (syntax.some(({ sentence }) => sentence.startsWith('app.json '))) return finish(syntax)
  const compilers = checkWithCompilers(folder)
  const ci = (await checkWithCi([folder])).flat()
  const sizes = measurePackages(folder)
  return finish(
    [
      ...syntax,
      ...checkOldPhones(folder),
      ...checkTags(folder),
      ...compilers.failures,
      ...ci,
      ...checkSizes(sizes),
    ],
    compilers.skipped,
    sizes,
  )
}

async function main(): Promise<void> {
  const report = await checkWeapp(process.argv[2] ?? 'dist/weapp')
  console.log(printReport(report))
  process.exitCode = report.ok ? 0 : 1
}

if (require.main === module) void main()
