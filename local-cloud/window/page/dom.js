/** An element with properties (`class`, `onclick`, …) and children (texts, elements, or nothing). */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== undefined && value !== null)
      element.setAttribute(name, String(value))
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  )
  return element
}

/**
 * A table; `columns` are names, with `#` in front for numbers. Cells are texts, numbers, or elements.
 * Without rows it says `empty`.
 */
export function table(columns, rows, empty) {
  if (rows.length === 0) return h('p', { class: 'empty' }, empty)
  const isNumber = columns.map((name) => name.startsWith('#'))
  const cell = (tag, content, index) => h(tag, isNumber[index] ? { class: 'number' } : {}, content)
  const head = columns.map((name, index) => cell('th', name.replace('#', ''), index))
  const body = rows.map((cells) => h('tr', {}, ...cells.map((content, index) => cell('td', content, index))))
  return h('table', {}, h('thead', {}, h('tr', {}, ...head)), h('tbody', {}, ...body))
}

const shown = new WeakMap()

/**
 * Shows data in an element, only where they have changed; the focus stays where it was, on the element with the
 * same `data-key`.
 */
export function show(container, data, build) {
  const text = JSON.stringify(data)
  if (shown.get(container) === text) return
  shown.set(container, text)
  const key = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined
  container.replaceChildren(...[build(data)].flat())
  if (key) container.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus()
}

/** A moment in words: the time, with the day where it isn't today's. */
export function time(ms) {
  if (ms === null || ms === undefined) return '–'
  const moment = new Date(ms)
  const clock = moment.toLocaleTimeString('en-GB')
  return moment.toDateString() === new Date().toDateString()
    ? clock
    : `${moment.toLocaleDateString('en-CA')} ${clock}`
}

/** A size in bytes, in words. */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
