import type { EaselElement, EaselEvent } from '../engine'
import { easelElement } from '../engine'
import {
  closest,
  controlOf,
  descendants,
  domOf,
  setControl,
  textOf,
  type BuiltIn,
  type BuiltInPorts,
} from './control'

const FIELDS = 'wx-input,wx-textarea,wx-switch,wx-checkbox-group,wx-radio-group,wx-slider,wx-picker'
const LABELLED = 'wx-checkbox,wx-radio,wx-switch,wx-button,wx-input,wx-textarea,wx-picker'

export const form: BuiltIn = {}

/** `label`: a tap goes on to the control that `for` names, or to the first one inside. */
export const label: BuiltIn = {
  properties: ['for'],
  created(self) {
    self.addListener('tap', (event) => {
      const tapped = tappedNode(self, event)
      if (tapped?.closest(LABELLED)) return
      const page = domOf(self).closest('wx-page')
      const wanted = textOf(self.data.for)
      const named = wanted === '' ? null : (page?.querySelector(`[id$="--${wanted}"]`) ?? null)
      const control = named ? easelElement(named) : descendants(self, LABELLED)[0]
      controlOf(control)?.activate?.()
    })
  },
}

/** `button`: form types and the open types that the app may use. */
export const button: BuiltIn = {
  properties: ['disabled', 'formType', 'openType', 'loading', 'ariaLabel'],
  created(self, ports) {
    const activate = () => {
      submitOrReset(self, textOf(self.data.formType))
      for (const openType of textOf(self.data.openType).split('|')) open(self, openType, ports)
    }
    setControl(self, { value: () => undefined, activate })
    self.addListener('tap', activate)
  },
}

function submitOrReset(self: EaselElement, formType: string): void {
  const owner = formType === '' ? undefined : closest(self, 'wx-form')
  if (!owner) return
  const fields = descendants(owner, FIELDS)
  if (formType === 'submit') {
    const named = fields.filter((field) => textOf(field.data.name) !== '')
    const value = Object.fromEntries(
      named.map((field) => [textOf(field.data.name), controlOf(field)?.value()]),
    )
    owner.triggerEvent('submit', { value, target: { id: self.id, dataset: self.dataset } })
  }
  if (formType === 'reset') {
    for (const field of [...fields, ...descendants(owner, 'wx-checkbox,wx-radio')])
      controlOf(field)?.reset?.()
    owner.triggerEvent('reset', {})
  }
}

function open(self: EaselElement, openType: string, ports: BuiltInPorts): void {
  const { answers, recorder } = ports
  const answer = (event: string, value: Record<string, unknown> | null, api: string) =>
    self.triggerEvent(event, value ? { ...value, errMsg: `${api}:ok` } : { errMsg: `${api}:fail user deny` })
  switch (openType) {
    case '':
      return
    case 'share':
      return ports.sharePage(self)
    case 'getPhoneNumber':
      return answer(
        'getphonenumber',
        answers.phoneCode === null ? null : { code: answers.phoneCode },
        'getPhoneNumber',
      )
    case 'chooseAvatar':
      if (answers.avatarUrl === null) return
      return self.triggerEvent('chooseavatar', { avatarUrl: answers.avatarUrl })
    case 'agreePrivacyAuthorization':
      ports.agreePrivacy()
      return answer('agreeprivacyauthorization', {}, 'agreePrivacyAuthorization')
    case 'openSetting':
      return answer('opensetting', { authSetting: {} }, 'openSetting')
    case 'contact':
    case 'feedback':
      recorder.device(openType)
      return openType === 'contact' ? answer('contact', { path: '', query: {} }, 'enterContact') : undefined
    default:
      recorder.error('<button>', `the host does not have open-type "${openType}"`)
  }
}

function tappedNode(self: EaselElement, event: EaselEvent): Element | null {
  const target = event.target as { getBackendElement?(): HTMLElement | null; id?: string }
  if (typeof target.getBackendElement === 'function') return target.getBackendElement()
  return target.id ? domOf(self).querySelector(`[id$="--${target.id}"]`) : null
}
