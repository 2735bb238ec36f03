import { act, attempt, read } from './api.js'
import { time } from './dom.js'
import { calls } from './calls.js'
import { data } from './data.js'
import { faults } from './faults.js'
import { files } from './files.js'
import { messages } from './messages.js'
import { people } from './people.js'
import { timers } from './timers.js'

const EVERY_MS = 2000

/** Each room builds its panel once, and refreshes what changes: `{title, open(panel), refresh()}`. */
const rooms = { data, calls, messages, timers, files, people, faults }
const at = (id) => document.getElementById(id)
const tabs = document.querySelector('nav')
const panel = document.querySelector('main')
let current = null

async function refreshHeader() {
  const { env, now, aheadMs, watches, faults: dial } = await read('overview')
  const isCalm = ![dial.latencyMs, dial.failRate, dial.failAfterRate, dial.duplicateRate].some(Boolean)
  at('env').textContent = env
  at('summary').textContent = `${watches} watches${isCalm ? '' : ' · faults are on'}`
  at('now').textContent = time(now)
  at('now').classList.toggle('ahead', Math.abs(aheadMs) > 500)
}

async function refresh() {
  await refreshHeader()
  await current?.refresh()
}

function choose(name) {
  current = rooms[name] ?? rooms.data
  for (const tab of tabs.children) {
    const isChosen = rooms[tab.dataset.room] === current
    tab.setAttribute('aria-selected', String(isChosen))
    tab.tabIndex = isChosen ? 0 : -1
  }
  panel.replaceChildren()
  current.open(panel)
  void attempt(refresh)
}

function buildTabs() {
  for (const [name, room] of Object.entries(rooms)) {
    const tab = Object.assign(document.createElement('button'), { type: 'button', textContent: room.title })
    tab.dataset.room = name
    tab.setAttribute('role', 'tab')
    tab.addEventListener('click', () => (location.hash = name))
    tabs.append(tab)
  }
  tabs.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    const all = [...tabs.children]
    const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length]
    next.focus()
    next.click()
  })
}

at('clock').addEventListener('click', ({ target }) => {
  if (target.name === 'ms') void attempt(() => act('travel', { ms: Number(target.value) }).then(refresh))
  if (target.name === 'present') void attempt(() => act('present').then(refresh))
})
buildTabs()
addEventListener('hashchange', () => choose(location.hash.slice(1)))
choose(location.hash.slice(1) || 'data')
setInterval(() => {
  if (!document.hidden)
    refresh().catch(() => (at('summary').textContent = 'The local cloud does not answer.'))
}, EVERY_MS)
