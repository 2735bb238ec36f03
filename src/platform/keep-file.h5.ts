/** Browsers hold a chosen file as long as the page is open, and no longer. */
export const keepFile = (path: string): Promise<string> => Promise.resolve(path)

/** Of an earlier visit nothing is left but the address. */
export const hasFile = (path: string): Promise<boolean> =>
  fetch(path).then(
    ({ ok }) => ok,
    () => false,
  )

export const dropFile = (path: string): void => URL.revokeObjectURL(path)
