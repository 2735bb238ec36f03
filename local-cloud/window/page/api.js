const alertLine = () => document.getElementById('alert')

async function send(path, init) {
  const response = await fetch(`/cloud/api/${path}`, init)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message)
  return answer
}

/** Reads a view; `asked` are its parameters. */
export const read = (view, asked = {}) => send(`${view}?${new URLSearchParams(asked)}`)

/** Uses a control. */
export const act = (control, body = {}) => send(control, { method: 'POST', body: JSON.stringify(body) })

/** Does something a person asked for, and shows what went wrong. */
export async function attempt(work) {
  try {
    alertLine().textContent = ''
    return await work()
  } catch (error) {
    alertLine().textContent = error.message
    return undefined
  }
}
