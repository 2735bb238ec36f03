/** Browsers hold a chosen file as long as the page is open, and no longer. */
export const keepFile = (path: string): Promise<string> => Promise.resolve(path)

export const dropFile = (path: string): void => URL.revokeObjectURL(path)
