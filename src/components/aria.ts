type AriaRole =
  'button' | 'radio' | 'checkbox' | 'switch' | 'tab' | 'link' | 'img' | 'alert' | 'status' | 'dialog'

/** The role and name of something for screen readers: WeChat reads `aria-role`, browsers `role`. */
export const aria = (role: AriaRole, label?: string): Record<string, string> => ({
  role,
  'aria-role': role,
  ...(label === undefined ? {} : { 'aria-label': label }),
})

/** An id for tests, or nothing: browsers would be given the word "undefined". */
export const identity = (id: string | undefined): { id?: string } => (id === undefined ? {} : { id })
