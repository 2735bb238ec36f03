/** WeChat's scroll view moves nothing but itself; browsers need telling (see the `.h5.ts`). */
export const keepScrollInside = (): void => undefined
