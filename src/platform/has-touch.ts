/** Can something be held down by a finger here? */
export const hasTouch = (): boolean => true
