/** A process of its own for one bench: `bench-process.ts <file> <where to put the results>`. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Bench, Result } from './measure'

async function main([file = '', output = '']: string[]): Promise<void> {
  const { measures, close } = (await import(path.resolve(file))) as Bench
  const results: Result[] = []
  try {
    for (const { name, unit, goal, measure } of measures) {
      console.log(`  ${name} …`)
      results.push({ bench: file, measure: name, value: await measure(), unit, goal })
      writeFileSync(output, JSON.stringify(results))
    }
  } finally {
    await close?.()
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
