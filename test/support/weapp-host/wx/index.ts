import { BUILT_IN_NAMES } from '../builtins'
import { WX_API_NAMES } from './api-names'
import { cloudApi } from './cloud'
import type { WxContext } from './context'
import { deviceApis } from './device'
import { feedbackApis } from './feedback'
import { mediaApis } from './media'
import { navigationApis } from './navigation'
import { openApis } from './open'
import { pageUiApis } from './page-ui'
import { storageApis } from './storage'
import { systemApis } from './system'

/** All of `wx`: what the host has, and for the rest of WeChat's APIs functions that fail by name. */
export function createWx(context: WxContext): Record<string, unknown> {
  const apis: Record<string, unknown> = {
    ...navigationApis(context),
    ...storageApis(context),
    ...systemApis(context),
    ...feedbackApis(context),
    ...mediaApis(context),
    ...deviceApis(context),
    ...openApis(context),
    ...pageUiApis(context),
    cloud: cloudApi(context),
  }
  const canIUse = (schema: string) => {
    const [name = ''] = schema.split('.')
    return name in apis || BUILT_IN_NAMES.has(name)
  }
  const missing = WX_API_NAMES.filter((name) => !(name in apis))
  return { ...Object.fromEntries(missing.map((name) => [name, missingApi(context, name)])), ...apis, canIUse }
}

function missingApi({ recorder }: WxContext, name: string): () => never {
  return () => {
    recorder.error(`wx.${name}`, 'the app uses it, but the host does not have it')
    throw new Error(`wx.${name} is not emulated by the weapp host`)
  }
}
