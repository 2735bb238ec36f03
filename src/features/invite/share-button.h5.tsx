/** As in `share-button.tsx`: a browser has no chats; the sentence can be copied. */
export const ShareButton = (_props: { code: string; title: string }) => null
