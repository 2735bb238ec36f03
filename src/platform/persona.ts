/** Who holds this phone in the local street; null in WeChat, where WeChat knows. */
export const personaId = (): string | null => null
