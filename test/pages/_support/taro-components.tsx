import * as React from 'react'

/** Taro's components as plain DOM elements that keep id, class, style, aria and the common events. */
const tags: Readonly<Record<string, string>> = {
  Button: 'button',
  Input: 'input',
  Textarea: 'textarea',
  Image: 'img',
  Text: 'span',
}
const events: Readonly<Record<string, string>> = {
  onClick: 'onClick',
  onTap: 'onClick',
  onFocus: 'onFocus',
  onBlur: 'onBlur',
  onScroll: 'onScroll',
  onLongPress: 'onContextMenu',
  onTouchStart: 'onTouchStart',
  onTouchMove: 'onTouchMove',
  onTouchEnd: 'onTouchEnd',
  onAgreePrivacyAuthorization: 'onClick',
}
const kept = /^(id|className|style|src|placeholder|disabled|children|role|data-.*|aria-(?!role).*)$/

type Props = Record<string, unknown>
type Handler = (event: { detail: { value: string } }) => void

function domProps(tag: string, props: Props): Props {
  const out: Props = {}
  for (const [name, value] of Object.entries(props)) {
    if (kept.test(name)) out[name] = value
    const event = events[name]
    if (event) out[event] = value
  }
  if (tag === 'input' || tag === 'textarea') {
    const tell = (handler: unknown, value: string): void =>
      (handler as Handler | undefined)?.({ detail: { value } })
    const onChange = ({ target }: React.ChangeEvent<HTMLInputElement>): void =>
      tell(props.onInput, target.value)
    const onKeyDown = ({ key, currentTarget }: React.KeyboardEvent<HTMLInputElement>): void => {
      if (key === 'Enter') tell(props.onConfirm, currentTarget.value)
    }
    Object.assign(out, { value: props.value ?? '', onChange, onKeyDown, children: undefined })
  }
  return out
}

function component(name: string): React.ComponentType<Props> {
  const tag = tags[name] ?? 'div'
  const Plain = React.forwardRef<unknown, Props>((props, ref) =>
    React.createElement(tag, { ...domProps(tag, props), ref }),
  )
  Plain.displayName = `Taro${name}`
  return Plain as unknown as React.ComponentType<Props>
}

const made = new Map<string, unknown>()
module.exports = new Proxy<Record<string, unknown>>(
  { __esModule: true },
  {
    get: (target, name) => {
      if (typeof name !== 'string' || !/^[A-Z]/.test(name)) return Reflect.get(target, name) as unknown
      if (!made.has(name)) made.set(name, component(name))
      return made.get(name)
    },
  },
)
