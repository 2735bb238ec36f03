import { asyncApi, eventPair, requirePrivacy, type WxContext } from './context'

/** Network, telephone, clipboard. */
export function deviceApis(context: WxContext): Record<string, unknown> {
  const { recorder, state, events } = context
  return {
    getNetworkType: asyncApi('getNetworkType', () => ({ networkType: networkType(state.online) })),
    ...eventPair(events, 'NetworkStatusChange'),
    ...eventPair(events, 'NetworkWeakChange'),
    makePhoneCall: asyncApi('makePhoneCall', ({ phoneNumber }) =>
      recorder.device('makePhoneCall', { phoneNumber }),
    ),
    setClipboardData: asyncApi('setClipboardData', async ({ data }) => {
      await requirePrivacy(context, 'setClipboardData')
      state.clipboard = String(data)
      recorder.device('setClipboardData', { data })
    }),
    getClipboardData: asyncApi('getClipboardData', () => ({ data: state.clipboard })),
    setKeepScreenOn: asyncApi('setKeepScreenOn', ({ keepScreenOn }) =>
      recorder.device('setKeepScreenOn', { keepScreenOn }),
    ),
    openLocation: asyncApi('openLocation', ({ latitude, longitude, name, address }) =>
      recorder.device('openLocation', { latitude, longitude, name, address }),
    ),
    hideKeyboard: asyncApi('hideKeyboard', () => undefined),
  }
}

export function networkType(online: boolean): string {
  return online ? 'wifi' : 'none'
}
