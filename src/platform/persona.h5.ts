/** Who holds this phone in the local street: `?persona=<id>` before the hash of the page's address. */
export const personaId = (): string | null => new URLSearchParams(window.location.search).get('persona')
