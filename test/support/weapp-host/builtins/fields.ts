import { isDisabled, setControl, textOf, type BuiltIn } from './control'
import type { EaselElement } from '../engine'

const shown = new WeakMap<EaselElement, string>()

/** `input` and `textarea`: keep what was typed until the page sets another value, as WeChat's do. */
export function field(tag: 'input' | 'textarea'): BuiltIn {
  return {
    properties: ['value', 'placeholder', 'disabled', 'maxlength', 'name', 'type', 'focus', 'ariaLabel'],
    observers: { value: (self, value) => void shown.set(self, textOf(value)) },
    created(self, ports) {
      let focused = false
      const current = () => shown.get(self) ?? ''
      const detail = () => ({ value: current(), cursor: current().length })
      setControl(self, {
        value: current,
        reset: () => shown.set(self, ''),
        type(text) {
          if (isDisabled(self)) throw new Error(`the ${tag} "${textOf(self.data.placeholder)}" is disabled`)
          refuseForeignKeys(self, text)
          if (!focused) self.triggerEvent('focus', { ...detail(), height: 300 })
          focused = true
          shown.set(self, text.slice(0, limitOf(self)))
          self.triggerEvent('input', { ...detail(), keyCode: 0 })
        },
        blur() {
          if (focused) self.triggerEvent('blur', detail())
          focused = false
        },
        confirm: () => self.triggerEvent('confirm', detail()),
        activate() {
          if (isDisabled(self) || focused) return
          focused = true
          self.triggerEvent('focus', { ...detail(), height: 300 })
          ports.recorder.changed()
        },
      })
    },
  }
}

function limitOf(self: EaselElement): number {
  const given = self.data.maxlength
  if (given === undefined || given === null || given === '') return 140
  return Number(given) < 0 ? Infinity : Number(given)
}

/** The number keyboards have no letters: a test that types them doubts the page, not the host. */
function refuseForeignKeys(self: EaselElement, text: string): void {
  const keyboards: Record<string, RegExp> = { number: /^\d*$/, digit: /^[\d.]*$/, idcard: /^[\dXx]*$/ }
  const type = textOf(self.data.type)
  const keyboard = keyboards[type]
  if (keyboard && !keyboard.test(text))
    throw new Error(`the keyboard of type "${type}" cannot type "${text}"`)
}
