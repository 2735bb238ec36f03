/** Brings the chosen order of the queue into view, moving as little as possible. */
export function showInQueue(orderId: string): void {
  document.getElementById(`queue-${orderId}`)?.scrollIntoView({ block: 'nearest' })
}
