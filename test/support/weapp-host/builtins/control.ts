import type { EaselElement } from '../engine'
import { easelElement } from '../engine'
import type { Recorder } from '../recorder'
import type { Answers } from '../types'

/** What built-ins need from their host. */
export interface BuiltInPorts {
  recorder: Recorder
  answers: Answers
  /** Runs after the current turn, unless the host has been closed. */
  later(run: () => void): void
  /** `open-type` of a button, `<navigator>`: things that concern the page. */
  sharePage(button: EaselElement): void
  navigate(openType: string, url: string): void
  agreePrivacy(): void
}

/** The part of a form control that people work with; the host's `type`, `pick` and `tap` go through it. */
export interface Control {
  /** What a form sends for it. */
  value(): unknown
  reset?(): void
  type?(text: string): void
  blur?(): void
  confirm?(): void
  /** A picker's, slider's or swiper's value; null cancels. */
  pick?(value: unknown): void
  /** What tapping its label does. */
  activate?(): void
}

const controls = new WeakMap<EaselElement, Control>()

export function setControl(element: EaselElement, control: Control): void {
  controls.set(element, control)
}

export function controlOf(element: EaselElement | undefined): Control | undefined {
  return element && controls.get(element)
}

/** How one built-in behaves; what isn't said is a plain box around its children. */
export interface BuiltIn {
  /** Properties it reads, besides those that the templates set. */
  properties?: string[]
  created?(self: EaselElement, ports: BuiltInPorts): void
  observers?: Record<string, (self: EaselElement, value: unknown) => void>
}

export function domOf(self: EaselElement): HTMLElement {
  const element = self.getBackendElement()
  if (!element) throw new Error(`<${self.is}> has no DOM element`)
  return element
}

export function closest(self: EaselElement, tag: string): EaselElement | undefined {
  return easelElement(domOf(self).closest(tag))
}

export function descendants(self: EaselElement, selector: string): EaselElement[] {
  return [...domOf(self).querySelectorAll(selector)].flatMap((node) => easelElement(node) ?? [])
}

export function isDisabled(self: EaselElement): boolean {
  return Boolean(self.data.disabled)
}

/** Text of a property that may be undefined, null or a number. */
export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}
