/** Only a keyboard walks the queue; see `show-in-queue.h5.ts`. */
export function showInQueue(_orderId: string): void {}
