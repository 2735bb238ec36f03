/** The window of the local cloud: one page without dependencies that reads `/cloud/*` every two seconds. */
export const WINDOW_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local cloud</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; background: #faf8f5; }
  h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
  pre { margin: 0; white-space: pre-wrap; font-size: 13px; } .error { color: #b3261e; } .empty { color: #777; }
</style>
<h1>Local cloud <span id="env"></span></h1>
<p id="summary"></p>
<h2>Messages sent</h2><div id="outbox"></div>
<h2>Function calls</h2><div id="logs"></div>
<h2>Collections</h2><div id="collections"></div>
<h2>Timers</h2><div id="timers"></div>
<script>
  const at = (id) => document.getElementById(id)
  const time = (ms) => (ms === null ? '–' : new Date(ms).toLocaleString())
  function table(heads, rows) {
    if (rows.length === 0) return Object.assign(document.createElement('p'), { className: 'empty', textContent: 'None yet.' })
    const table = document.createElement('table')
    const head = table.insertRow()
    for (const name of heads) head.append(Object.assign(document.createElement('th'), { textContent: name }))
    for (const cells of rows) {
      const row = table.insertRow()
      for (const cell of cells) {
        const pre = document.createElement('pre')
        pre.textContent = typeof cell === 'object' ? cell.text : String(cell)
        if (typeof cell === 'object' && cell.isError) pre.className = 'error'
        row.insertCell().append(pre)
      }
    }
    return table
  }
  const read = async (name) => (await fetch('/cloud/' + name)).json()
  async function refresh() {
    const [status, outbox, logs] = await Promise.all([read('status'), read('outbox'), read('logs')])
    at('env').textContent = status.env
    at('summary').textContent = time(status.now) + ' · ' + status.watches + ' watches · ' + status.files + ' files · ' + status.personas.length + ' personas'
    at('outbox').replaceChildren(table(['When', 'To', 'Template', 'Page', 'Text'], outbox.slice(0, 50).map((m) => [
      time(m.at), m.openid, m.templateId, m.page, Object.entries(m.data).map(([k, v]) => k + ': ' + v.value).join('\\n')])))
    at('logs').replaceChildren(table(['When', 'Function', 'Who', 'ms', 'Database', 'Lines'], logs.slice(0, 100).map((l) => [
      time(l.at), l.name + (l.cold ? ' (cold)' : ''), l.openid || l.source, l.ms ?? '…', l.roundTrips,
      { text: [...l.lines.map((x) => x.text), l.error || ''].filter(Boolean).join('\\n'), isError: Boolean(l.error) }])))
    at('collections').replaceChildren(table(['Name', 'Documents', 'Indexes'], status.collections.map((c) => [
      c.name, c.documents, c.indexes.map((i) => i.name + (i.unique ? ' (unique)' : '') + ' ' + JSON.stringify(i.keys)).join('\\n')])))
    at('timers').replaceChildren(table(['Function', 'Trigger', 'When', 'Next'], status.timers.map((t) => [t.functionName, t.name, t.config, time(t.due)])))
  }
  const loop = () => refresh().catch(() => { at('summary').textContent = 'The local cloud does not answer.' }).then(() => setTimeout(loop, 2000))
  loop()
</script>
</html>
`
