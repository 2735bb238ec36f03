/** As in `open-document.ts`: a browser opens it in a tab of its own, or saves it where it shows no PDF. */
export function openDocument(address: string, fileName: string): Promise<void> {
  const link = document.createElement('a')
  link.href = address
  link.target = '_blank'
  link.rel = 'noopener'
  if (!navigator.pdfViewerEnabled) link.download = fileName
  document.body.appendChild(link)
  link.click()
  link.remove()
  return Promise.resolve()
}
