import type { PlainObject } from '../types'
import { asyncApi, eventPair, requirePrivacy, type CallOptions, type WxContext } from './context'

/** Login, subscriptions, privacy, sharing, settings: WeChat's "open abilities". */
export function openApis(context: WxContext): Record<string, unknown> {
  const { answers, recorder, state, gesture, events } = context
  return {
    login: asyncApi('login', () => ({ code: answers.loginCode })),
    checkSession: asyncApi('checkSession', () => undefined),
    requestSubscribeMessage: asyncApi('requestSubscribeMessage', (options) => {
      gesture.require()
      return subscribe(context, options)
    }),
    getPrivacySetting: asyncApi('getPrivacySetting', () => ({
      needAuthorization: !state.privacyAgreed,
      privacyContractName: '《用户隐私保护指引》',
    })),
    requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () =>
      requirePrivacy(context, 'requirePrivacyAuthorize'),
    ),
    openPrivacyContract: asyncApi('openPrivacyContract', () => recorder.device('openPrivacyContract')),
    ...eventPair(events, 'NeedPrivacyAuthorization'),
    getSetting: asyncApi('getSetting', () => ({
      authSetting: {},
      subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
    })),
    openSetting: asyncApi('openSetting', () => (recorder.device('openSetting'), { authSetting: {} })),
    authorize: asyncApi('authorize', () => undefined),
    showShareMenu: asyncApi('showShareMenu', () => undefined),
    hideShareMenu: asyncApi('hideShareMenu', () => undefined),
    openCustomerServiceChat: asyncApi('openCustomerServiceChat', () =>
      recorder.device('openCustomerServiceChat'),
    ),
    openDocument: asyncApi('openDocument', ({ filePath }) => recorder.device('openDocument', { filePath })),
    reportEvent: () => undefined,
    reportMonitor: () => undefined,
    getRealtimeLogManager: logManager,
    getLogManager: logManager,
  }
}

function subscribe({ answers, recorder }: WxContext, { tmplIds }: CallOptions): PlainObject {
  const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : []
  if (ids.length === 0) throw new Error("TmplIds can't be empty")
  if (ids.length > 3) throw new Error('requestSubscribeMessage takes three templates at most')
  recorder.subscribeRequests.push(ids)
  recorder.changed()
  const answer = (id: string) =>
    typeof answers.subscribe === 'string' ? answers.subscribe : answers.subscribe[id]
  return Object.fromEntries(ids.map((id) => [id, answer(id) ?? 'reject']))
}

function logManager(): PlainObject {
  const names = ['debug', 'info', 'log', 'warn', 'error', 'setFilterMsg', 'addFilterMsg', 'in']
  return Object.fromEntries(names.map((name) => [name, () => undefined]))
}
