import { act, attempt, read } from './api.js'
import { h } from './dom.js'

const KINDS = ['database', 'function', 'storage', 'openapi']
const RATES = [
  ['failRate', 'Fail before they take effect'],
  ['failAfterRate', 'Take effect, but the answer is lost'],
  ['duplicateRate', 'Arrive twice'],
]
const inputs = new Map()
const parts = {}
let isHeld = false

const percent = (value) => `${Math.round(value * 100)} %`
const ms = (value) => `${value} ms`

function slider(name, label, { max, step, words }, change) {
  const output = h('output')
  const input = h('input', { type: 'range', min: 0, max, step, value: 0 })
  const show = (value) => {
    input.value = String(value)
    output.textContent = words(value)
  }
  input.addEventListener('input', () => {
    isHeld = true
    output.textContent = words(Number(input.value))
  })
  input.addEventListener('change', () => {
    isHeld = false
    void attempt(() => change(Number(input.value)))
  })
  inputs.set(name, show)
  return h('label', {}, h('span', {}, label, output), input)
}

const latency = (name, label, change) => slider(name, label, { max: 3000, step: 10, words: ms }, change)
const kindLatency = () =>
  Object.fromEntries(KINDS.map((kind) => [kind, Number(parts[kind].querySelector('input').value)]))

/** The fault dial, and the sockets. */
export const faults = {
  title: 'Faults',
  open(panel) {
    const rates = RATES.map(([name, label]) =>
      slider(name, label, { max: 1, step: 0.01, words: percent }, (value) =>
        act('faults', { [name]: value }),
      ),
    )
    for (const kind of KINDS)
      parts[kind] = latency(kind, `Slower: ${kind}`, () => act('faults', { latencyMsByKind: kindLatency() }))
    parts.scope = h(
      'select',
      { onchange: () => attempt(() => act('faults', { scope: parts.scope.value })) },
      ...['clients', 'functions', 'everyone'].map((scope) => h('option', {}, scope)),
    )
    parts.seed = h('input', {
      type: 'number',
      step: 1,
      onchange: () => attempt(() => act('faults', { seed: Number(parts.seed.value) })),
    })
    const drop = (share) =>
      h(
        'button',
        { type: 'button', onclick: () => attempt(() => act('dropSockets', { share })) },
        `Drop ${percent(share)} of the sockets`,
      )
    panel.append(
      h(
        'div',
        { class: 'dial' },
        latency('latencyMs', 'Slower: every request', (value) => act('faults', { latencyMs: value })),
        ...rates,
        ...KINDS.map((kind) => parts[kind]),
        h('label', {}, 'Whose requests', parts.scope),
        h('label', {}, 'Seed: the same seed gives the same faults', parts.seed),
      ),
      h(
        'p',
        { class: 'bar' },
        h(
          'button',
          {
            class: 'primary',
            type: 'button',
            onclick: () => attempt(() => act('calm').then(faults.refresh)),
          },
          'All off',
        ),
        drop(0.5),
        drop(1),
      ),
    )
  },
  async refresh() {
    if (isHeld) return
    const { faults: dial } = await read('overview')
    for (const [name, show] of inputs)
      show(KINDS.includes(name) ? (dial.latencyMsByKind[name] ?? 0) : dial[name])
    if (document.activeElement !== parts.scope) parts.scope.value = dial.scope
    if (document.activeElement !== parts.seed) parts.seed.value = String(dial.seed)
  },
}
