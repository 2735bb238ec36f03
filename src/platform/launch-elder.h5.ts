/** As in `launch-elder.ts`: `?elder=1` before the hash of the page's address. */
export const launchedElder = (): boolean => new URLSearchParams(window.location.search).get('elder') === '1'
