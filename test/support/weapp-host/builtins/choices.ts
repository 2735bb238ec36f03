import type { EaselElement } from '../engine'
import {
  closest,
  controlOf,
  descendants,
  domOf,
  isDisabled,
  setControl,
  textOf,
  type BuiltIn,
} from './control'

const checked = new WeakMap<EaselElement, boolean>()

const isChecked = (self: EaselElement): boolean => checked.get(self) ?? false

function setChecked(self: EaselElement, value: boolean): void {
  checked.set(self, value)
  domOf(self).setAttribute('aria-checked', String(value))
}

const observers: BuiltIn['observers'] = { checked: (self, value) => setChecked(self, Boolean(value)) }
const properties = ['checked', 'disabled', 'value', 'name', 'ariaLabel']

/** `switch` (also `type="checkbox"`). */
export const switchControl: BuiltIn = {
  properties,
  observers,
  created(self) {
    const activate = () => {
      if (isDisabled(self)) return
      setChecked(self, !isChecked(self))
      self.triggerEvent('change', { value: isChecked(self) })
    }
    setControl(self, { value: () => isChecked(self), reset: () => setChecked(self, false), activate })
    self.addListener('tap', activate)
  },
}

/** `checkbox` and `radio`, which speak through their group. */
export function groupMember(kind: 'checkbox' | 'radio'): BuiltIn {
  return {
    properties,
    observers,
    created(self) {
      const activate = () => {
        if (isDisabled(self) || (kind === 'radio' && isChecked(self))) return
        const group = closest(self, `wx-${kind}-group`)
        if (kind === 'radio' && group)
          for (const other of descendants(group, 'wx-radio')) setChecked(other, false)
        setChecked(self, !isChecked(self))
        group?.triggerEvent('change', { value: controlOf(group)?.value() })
      }
      setControl(self, { value: () => isChecked(self), reset: () => setChecked(self, false), activate })
      self.addListener('tap', activate)
    },
  }
}

export const checkboxGroup: BuiltIn = {
  properties: ['name'],
  created(self) {
    const value = () =>
      descendants(self, 'wx-checkbox')
        .filter(isChecked)
        .map((box) => textOf(box.data.value))
    setControl(self, { value })
  },
}

export const radioGroup: BuiltIn = {
  properties: ['name'],
  created(self) {
    const value = () => textOf(descendants(self, 'wx-radio').find(isChecked)?.data.value)
    setControl(self, { value })
  },
}

const slid = new WeakMap<EaselElement, number>()

export const slider: BuiltIn = {
  properties: ['value', 'min', 'max', 'disabled', 'name', 'ariaLabel'],
  observers: { value: (self, value) => void slid.set(self, Number(value)) },
  created(self) {
    const current = () => slid.get(self) ?? 0
    setControl(self, {
      value: current,
      reset: () => slid.set(self, Number(self.data.min ?? 0)),
      pick(value) {
        const { min, max } = self.data
        const wanted = Number(value)
        if (Number.isNaN(wanted) || wanted < Number(min ?? 0) || wanted > Number(max ?? 100)) {
          throw new Error(
            `the slider goes from ${textOf(min ?? 0)} to ${textOf(max ?? 100)}, not to ${textOf(value)}`,
          )
        }
        if (isDisabled(self)) throw new Error('the slider is disabled')
        slid.set(self, wanted)
        self.triggerEvent('changing', { value: wanted })
        self.triggerEvent('change', { value: wanted })
      },
    })
  },
}
