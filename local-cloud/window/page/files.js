import { read } from './api.js'
import { h, show, size, table, time } from './dom.js'

const parts = {}

/** Stored files, with links that hold ten minutes. */
export const files = {
  title: 'Files',
  open(panel) {
    parts.list = h('div')
    panel.append(parts.list)
  },
  async refresh() {
    const list = await read('files')
    const link = ({ path, url }) =>
      h('a', { href: encodeURI(url), target: '_blank', rel: 'noreferrer' }, path)
    show(parts.list, list, () =>
      table(
        ['Path', '#Size', 'Type', 'By', 'When'],
        list.map((file) => [
          link(file),
          size(file.size),
          file.type,
          file.uploader || 'a function',
          time(file.at),
        ]),
        'No file is stored.',
      ),
    )
  },
}
