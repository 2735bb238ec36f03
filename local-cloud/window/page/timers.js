import { act, attempt, read } from './api.js'
import { h, show, table, time } from './dom.js'

const parts = {}

async function fire(functionName, name) {
  const { result, error } = await act('fire', { functionName, name })
  parts.result.className = error ? 'error' : ''
  parts.result.textContent = `${functionName}.${name}: ${error ?? JSON.stringify(result, null, 2)}`
}

/** Timer triggers, when each runs next by the cloud's clock, and a button to run it now. */
export const timers = {
  title: 'Timers',
  open(panel) {
    parts.list = h('div')
    parts.result = h('pre', { role: 'status' })
    panel.append(parts.list, h('h2', {}, 'Last result'), parts.result)
  },
  async refresh() {
    const list = await read('timers')
    const button = ({ functionName, name }) =>
      h(
        'button',
        {
          type: 'button',
          'data-key': `${functionName} ${name}`,
          onclick: () => attempt(() => fire(functionName, name)),
        },
        'Run now',
      )
    show(parts.list, list, () =>
      table(
        ['Function', 'Trigger', 'Cron', 'Next', ''],
        list.map((one) => [
          one.functionName,
          one.name,
          h('code', {}, one.config),
          time(one.due),
          button(one),
        ]),
        'No function has a timer.',
      ),
    )
  },
}
