import type { EaselElement } from '../engine'
import { isPlainObject } from '../types'
import { isDisabled, setControl, textOf, type BuiltIn } from './control'

const MODES = ['selector', 'multiSelector', 'date', 'time', 'region']

/** `picker`: the wheel itself isn't drawn; `host.pick` says what is chosen, and wrong choices throw. */
export const picker: BuiltIn = {
  properties: [
    'mode',
    'range',
    'rangeKey',
    'value',
    'start',
    'end',
    'fields',
    'disabled',
    'name',
    'ariaLabel',
  ],
  created(self, { recorder }) {
    setControl(self, {
      value: () => self.data.value,
      pick(wanted) {
        if (isDisabled(self)) throw new Error('the picker is disabled')
        if (wanted === null) return self.triggerEvent('cancel', {})
        const mode = textOf(self.data.mode) || 'selector'
        if (!MODES.includes(mode)) recorder.error('<picker>', `the host does not have mode "${mode}"`)
        self.triggerEvent('change', choose(self, mode, wanted))
      },
    })
  },
}

function choose(self: EaselElement, mode: string, wanted: unknown): Record<string, unknown> {
  if (mode === 'date' || mode === 'time') return { value: chooseMoment(self, mode, textOf(wanted)) }
  if (mode === 'region') return { value: wanted, code: [], postcode: '' }
  const range = Array.isArray(self.data.range) ? (self.data.range as unknown[]) : []
  if (mode === 'selector') return { value: String(indexIn(self, range, wanted)) }
  return { value: chooseColumns(self, range, wanted) }
}

function chooseColumns(self: EaselElement, range: unknown[], wanted: unknown): number[] {
  if (!Array.isArray(wanted)) throw new Error('a multiSelector is given a list, a choice for each column')
  const before = Array.isArray(self.data.value) ? (self.data.value as unknown[]) : []
  return wanted.map((choice, column) => {
    // The page may fill later columns by what was chosen in earlier ones.
    const columns = Array.isArray(self.data.range) ? (self.data.range as unknown[]) : range
    const value = indexIn(self, (columns[column] ?? []) as unknown[], choice)
    if (value !== Number(before[column] ?? 0)) self.triggerEvent('columnchange', { column, value })
    return value
  })
}

function indexIn(self: EaselElement, range: unknown[], wanted: unknown): number {
  const key = textOf(self.data.rangeKey)
  const words = range.map((item) => textOf(isPlainObject(item) ? item[key] : item))
  const index = typeof wanted === 'number' ? wanted : words.indexOf(textOf(wanted))
  if (words[index] === undefined)
    throw new Error(`the picker has no "${textOf(wanted)}" but ${words.join(', ')}`)
  return index
}

function chooseMoment(self: EaselElement, mode: 'date' | 'time', wanted: string): string {
  const form = mode === 'time' ? /^\d\d:\d\d$/ : dateForm(textOf(self.data.fields))
  if (!form.test(wanted)) throw new Error(`a ${mode} picker does not give "${wanted}"`)
  const [start, end] = [textOf(self.data.start), textOf(self.data.end)]
  if ((start !== '' && wanted < start) || (end !== '' && wanted > end)) {
    throw new Error(`the ${mode} picker goes from ${start || '…'} to ${end || '…'}, not to ${wanted}`)
  }
  return wanted
}

function dateForm(fields: string): RegExp {
  if (fields === 'year') return /^\d{4}$/
  return fields === 'month' ? /^\d{4}-\d\d$/ : /^\d{4}-\d\d-\d\d$/
}
