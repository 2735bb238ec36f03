import { read } from './api.js'
import { h, show, table, time } from './dom.js'

const parts = {}
const opened = new Set()

function callRow(call) {
  const { requestId, name, who, at, ms, cold, loadMs, roundTrips, lines, error } = call
  const isRunning = ms === null
  const detail = h(
    'details',
    {
      open: opened.has(requestId),
      ontoggle: ({ target }) => opened[target.open ? 'add' : 'delete'](requestId),
    },
    h(
      'summary',
      { class: error ? 'error' : '', 'data-key': requestId },
      error ? short(error) : `${lines.length} lines`,
    ),
    h('pre', { class: 'soft' }, `request ${requestId}`),
    ...lines.map(({ level, text }) =>
      h('pre', { class: level === 'error' ? 'error' : '' }, `${level.padEnd(5)} ${text}`),
    ),
    error ? h('pre', { class: 'error' }, error) : null,
  )
  const temperature = cold
    ? h('span', { class: 'tag', title: 'An instance was started for it' }, `cold ${loadMs ?? '…'} ms`)
    : 'warm'
  return [time(at), name, who, temperature, isRunning ? '…' : String(ms), String(roundTrips), detail]
}

/** What went wrong in a line: the platform's report is JSON. */
function short(error) {
  const message = /^\{"errorCode"/.test(error) ? JSON.parse(error).errorMessage : error
  return message.length > 60 ? `${message.slice(0, 60)}…` : message
}

const functionRow = ({ name, instances, timeout, memoryMb, openapi, triggers }) => [
  name,
  String(instances),
  `${timeout} s`,
  `${memoryMb} MB`,
  openapi.join(', ') || '–',
  triggers.map((trigger) => trigger.name).join(', ') || '–',
]

/** Functions and their last calls, the newest first. */
export const calls = {
  title: 'Calls',
  open(panel) {
    parts.only = h(
      'select',
      { onchange: () => void calls.refresh() },
      h('option', { value: '' }, 'every function'),
    )
    parts.log = h('div')
    parts.functions = h('div')
    panel.append(
      h('div', { class: 'bar' }, h('label', {}, 'Calls of', parts.only)),
      parts.log,
      h('h2', {}, 'Functions'),
      parts.functions,
    )
  },
  async refresh() {
    const [log, functions] = await Promise.all([
      read('calls', { function: parts.only.value }),
      read('functions'),
    ])
    for (const { name } of functions.slice(parts.only.options.length - 1))
      parts.only.append(h('option', {}, name))
    const columns = ['When', 'Function', 'Who', 'Instance', '#ms', '#Database', 'Log']
    show(parts.log, log, () => table(columns, log.map(callRow), 'No function has been called yet.'))
    show(parts.functions, functions, () =>
      table(
        ['Name', '#Instances', '#Timeout', '#Memory', 'May call', 'Timers'],
        functions.map(functionRow),
        'There are no functions.',
      ),
    )
  },
}
