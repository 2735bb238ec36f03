import { attempt, read } from './api.js'
import { h, show } from './dom.js'

const PAGE = 20
/** So few documents are shown open. */
const FEW = 3
const state = { collection: '', skip: 0 }
const parts = {}

const indexLine = ({ name, keys, unique }) =>
  h(
    'li',
    {},
    `${name}: ${Object.entries(keys)
      .map(([path, way]) => `${path} ${way === 1 ? '↑' : '↓'}`)
      .join(', ')}${unique ? ' · unique' : ''}`,
  )

function collectionLine({ name, documents, indexes }) {
  const choose = () => {
    Object.assign(state, { collection: name, skip: 0 })
    void attempt(async () => {
      await showCollections()
      await showDocuments()
    })
  }
  return h(
    'div',
    { class: 'collection' },
    h('span', { class: 'count' }, String(documents)),
    h(
      'button',
      {
        class: 'link',
        type: 'button',
        'data-key': name,
        'aria-current': String(name === state.collection),
        onclick: choose,
      },
      name,
    ),
    h('ul', { class: 'indexes' }, ...indexes.map(indexLine)),
  )
}

async function showCollections() {
  const collections = await read('collections')
  if (!collections.some(({ name }) => name === state.collection))
    state.collection = collections[0]?.name ?? ''
  show(parts.list, { collections, chosen: state.collection }, () => collections.map(collectionLine))
}

function documentCard({ id, text }, isOpen) {
  const line = text.replace(/\s+/g, ' ')
  return h(
    'details',
    { class: 'doc', open: isOpen },
    h('summary', {}, h('code', {}, id), ' ', h('code', { class: 'soft preview' }, line)),
    h('pre', {}, text),
  )
}

async function showDocuments() {
  if (state.collection === '') return
  const { collection, skip } = state
  const asked = { collection, skip, limit: PAGE, query: parts.query.value, sort: parts.sort.value }
  const { list, total, index, ms } = await read('documents', asked)
  const isScan = index === null
  parts.plan.replaceChildren(
    h('strong', {}, `${total} match`),
    ` · ${total === 0 ? 0 : skip + 1}–${skip + list.length} · `,
    h('span', { class: isScan ? 'tag error' : 'tag good' }, isScan ? 'scan: no index' : `index ${index}`),
    ` · ${ms} ms`,
  )
  parts.documents.replaceChildren(
    ...(list.length > 0
      ? list.map((doc) => documentCard(doc, list.length <= FEW))
      : [h('p', { class: 'empty' }, 'No document matches.')]),
  )
  parts.back.disabled = skip === 0
  parts.on.disabled = skip + list.length >= total
}

function turn(pages) {
  state.skip = Math.max(0, state.skip + pages * PAGE)
  void attempt(showDocuments)
}

/** Collections, their indexes, and documents by an EJSON query. */
export const data = {
  title: 'Data',
  open(panel) {
    parts.list = h('div', { 'aria-label': 'Collections' })
    parts.query = h('textarea', { rows: 1, spellcheck: 'false', placeholder: '{"status": "open"}' })
    parts.sort = h('input', { spellcheck: 'false', placeholder: '{"at": -1}' })
    parts.plan = h('p', { role: 'status' })
    parts.documents = h('div')
    parts.back = h('button', { type: 'button', onclick: () => turn(-1) }, '← Back')
    parts.on = h('button', { type: 'button', onclick: () => turn(1) }, 'On →')
    const submit = (event) => {
      event.preventDefault()
      state.skip = 0
      void attempt(showDocuments)
    }
    const form = h(
      'form',
      { class: 'bar', onsubmit: submit },
      h('label', { class: 'wide' }, 'Query (EJSON)', parts.query),
      h('label', {}, 'Sort', parts.sort),
      h('button', { class: 'primary' }, 'Find'),
      parts.back,
      parts.on,
    )
    panel.append(h('div', { class: 'split' }, parts.list, h('div', {}, form, parts.plan, parts.documents)))
    void attempt(async () => {
      await showCollections()
      await showDocuments()
    })
  },
  refresh: showCollections,
}
