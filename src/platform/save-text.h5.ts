/** As in `save-text.ts`: a browser downloads it. */
export function saveText(fileName: string, text: string): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.appendChild(link)
  link.click()
  link.remove()
  // The download has its own hold on it from the next task on.
  setTimeout(() => URL.revokeObjectURL(url), 0)
  return Promise.resolve(true)
}
