/** As in `network.ts`, by the browser's own events. */
export function watchNetwork(onChange: (isOnline: boolean) => void): () => void {
  const online = (): void => onChange(true)
  const offline = (): void => onChange(false)
  window.addEventListener('online', online)
  window.addEventListener('offline', offline)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', offline)
  }
}
