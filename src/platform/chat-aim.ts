/** A message that the chat is to open at. */
export interface ChatAim {
  groupPath: string
  seq: number
}

let aim: ChatAim | null = null

/** Kept until the chat page asks: a tab is opened without parameters. */
export const aimChat = (next: ChatAim): void => void (aim = next)

/** Where the chat is to open, once. */
export function takeChatAim(): ChatAim | null {
  const taken = aim
  aim = null
  return taken
}
