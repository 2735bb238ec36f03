import { read } from './api.js'
import { h, show, table, time } from './dom.js'

const parts = {}

/** Who may be signed in, and who is connected. */
export const people = {
  title: 'People',
  open(panel) {
    parts.list = h('div')
    parts.sockets = h('div')
    panel.append(h('h2', {}, 'Personas'), parts.list, h('h2', {}, 'Sockets'), parts.sockets)
  },
  async refresh() {
    const [list, sockets] = await Promise.all([read('people'), read('sockets')])
    show(parts.sockets, sockets, () =>
      table(
        ['Who', '#Watches'],
        sockets.map(({ who, watches }) => [who || 'not signed in yet', String(watches)]),
        'No client is connected.',
      ),
    )
    show(parts.list, list, () =>
      table(
        ['Id', 'Name', 'Note', 'Openid', 'Phone', 'Last here'],
        list.map(({ id, name, note, openid, phone, lastAt }) => [
          id,
          name,
          note,
          h('code', {}, openid),
          phone,
          time(lastAt),
        ]),
        'There are no personas.',
      ),
    )
  },
}
