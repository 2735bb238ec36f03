/** As in `has-touch.ts`; a mouse can't hold anything. */
export const hasTouch = (): boolean => navigator.maxTouchPoints > 0
