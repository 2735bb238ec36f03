import type { Build } from '../dist-files'
import type { ComponentSpace, EaselElement } from '../engine'
import { checkboxGroup, groupMember, radioGroup, slider, switchControl } from './choices'
import { image, navigator, pickerView, richText, scrollView, swiper } from './containers'
import type { BuiltIn, BuiltInPorts } from './control'
import { field } from './fields'
import { button, form, label } from './form'
import { picker } from './picker'

const BOXES =
  'view text cover-view cover-image swiper-item movable-area movable-view root-portal page-meta navigation-bar icon progress canvas picker-view-column match-media page-container'

const BUILT_INS: Record<string, BuiltIn> = {
  ...Object.fromEntries(BOXES.split(' ').map((name) => [name, {}])),
  button,
  checkbox: groupMember('checkbox'),
  'checkbox-group': checkboxGroup,
  form,
  image,
  input: field('input'),
  label,
  navigator,
  picker,
  'picker-view': pickerView,
  radio: groupMember('radio'),
  'radio-group': radioGroup,
  'rich-text': richText,
  'scroll-view': scrollView,
  slider,
  swiper,
  switch: switchControl,
  textarea: field('textarea'),
}

/** WeChat's own components that the host has. */
export const BUILT_IN_NAMES: ReadonlySet<string> = new Set(Object.keys(BUILT_INS))

/**
 * Defines every built-in that the build's templates mention. One that the host lacks, and a component that a page
 * uses without naming it in its JSON, report an error as soon as they are rendered.
 */
export function defineBuiltIns(space: ComponentSpace, build: Build, ports: BuiltInPorts): void {
  const tags = new Set([...build.attributes.keys(), ...Object.keys(BUILT_INS).map((name) => `wx-${name}`)])
  for (const tag of tags) {
    const name = tag.slice('wx-'.length)
    const builtIn =
      BUILT_INS[name] ?? missing(`<${name}>`, 'the app renders it, but the host does not have it')
    define(space, tag, builtIn, [...(build.attributes.get(tag) ?? [])], ports)
  }
  for (const tag of build.componentTags) {
    define(space, tag, missing(`<${tag}>`, 'is rendered where usingComponents does not name it'), [], ports)
  }
}

function define(
  space: ComponentSpace,
  tag: string,
  builtIn: BuiltIn,
  attributes: string[],
  ports: BuiltInPorts,
): void {
  const { observers = {}, created, properties = [] } = builtIn
  const names = new Set(['hidden', ...attributes, ...properties])
  const definition = space.defineComponent({
    is: `builtin/${tag}`,
    properties: Object.fromEntries([...names].map((name) => [name, null])),
    observers: Object.fromEntries(
      Object.entries(observers).map(([name, observe]) => [
        name,
        function (this: EaselElement, value: unknown) {
          observe(this, value)
        },
      ]),
    ),
    lifetimes: {
      created(this: EaselElement) {
        created?.(this, ports)
      },
    },
  })
  space.setGlobalUsingComponent(tag, definition.general?.() ?? definition)
}

function missing(tag: string, sentence: string): BuiltIn {
  return { created: (_self, { recorder }) => recorder.error(tag, sentence) }
}
