/** Others who change the same document at the same instant. */
const attempts = 20

/**
 * Reads, decides and writes until nobody came in between. `attempt` answers false where the document was another by
 * the time it was written.
 * @throws Error where others always came first
 */
export async function untilSaved(attempt: () => Promise<boolean>): Promise<void> {
  for (let tried = 0; tried < attempts; tried += 1) if (await attempt()) return
  throw new Error(`others came first ${attempts} times`)
}
