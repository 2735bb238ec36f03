/** Was large type asked for by the way this phone was opened? Only the local street asks so. */
export const launchedElder = (): boolean => false
