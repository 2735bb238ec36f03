import { builds, type BuildName } from './builds'
import { fail } from './sentences'

const all: readonly BuildName[] = ['functions', 'weapp']

/** `npm run build`: what goes to WeChat, made anew with the settings of `.env`. */
async function build(): Promise<void> {
  for (const name of all) {
    console.log(`正在构建${builds[name].title} …`)
    await builds[name].make()
  }
  console.log('好了：dist/cloudfunctions 和 dist/weapp。(Done)')
}

build().catch(fail)
