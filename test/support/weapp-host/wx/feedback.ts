import { asyncApi, type CallOptions, type WxContext } from './context'

const text = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise)

/** Toasts, modals, sheets and the loading veil: shown to nobody, recorded, and answered as the test says. */
export function feedbackApis({ answers, recorder, state, gesture }: WxContext): Record<string, unknown> {
  const load = (title: string | null) => {
    state.loading = title
    recorder.changed()
  }
  return {
    showToast: asyncApi('showToast', ({ title, icon }) => {
      recorder.toasts.push({ title: text(title), icon: text(icon, 'success') })
      load(null)
    }),
    hideToast: asyncApi('hideToast', () => undefined),
    showLoading: asyncApi('showLoading', ({ title }) => load(text(title))),
    hideLoading: asyncApi('hideLoading', () => load(null)),
    showModal: asyncApi('showModal', (options) => {
      const { modal } = answers
      const confirm = modal !== 'cancel'
      recorder.modals.push({ ...wordsOf(options), answer: confirm ? 'confirm' : 'cancel' })
      recorder.changed()
      if (confirm) gesture.begin()
      const content = typeof modal === 'object' ? { content: modal.content } : {}
      return { confirm, cancel: !confirm, ...content }
    }),
    showActionSheet: asyncApi('showActionSheet', ({ itemList }) => {
      const items = Array.isArray(itemList) ? itemList.map(String) : []
      if (items.length > 6) throw new Error('parameter error: itemList should not exceed 6 items')
      recorder.device('showActionSheet', { items })
      const { actionSheet } = answers
      if (actionSheet === 'cancel') throw new Error('cancel')
      const tapIndex = typeof actionSheet === 'number' ? actionSheet : items.indexOf(actionSheet)
      if (items[tapIndex] === undefined) {
        throw recorded(
          recorder,
          `the action sheet has no entry ${JSON.stringify(actionSheet)} but ${items.join(', ')}`,
        )
      }
      gesture.begin()
      return { tapIndex }
    }),
    vibrateShort: asyncApi('vibrateShort', ({ type }) => recorder.device('vibrateShort', { type })),
    vibrateLong: asyncApi('vibrateLong', () => recorder.device('vibrateLong')),
  }
}

function wordsOf({ title, content, confirmText, cancelText, showCancel }: CallOptions) {
  return {
    title: text(title),
    content: text(content),
    confirmText: text(confirmText, '确定'),
    cancelText: showCancel === false ? '' : text(cancelText, '取消'),
  }
}

function recorded(recorder: WxContext['recorder'], message: string): Error {
  recorder.error('wx.showActionSheet', message)
  return new Error(message)
}
