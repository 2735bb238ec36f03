/** As in `privacy.ts`: a browser keeps no agreement of its own, so that our sheet asks. */
export const hasAgreed = (): Promise<boolean> => Promise.resolve(false)

export const openGuide = (): void => undefined

export const hasGuide = false
