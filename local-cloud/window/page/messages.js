import { act, attempt, read } from './api.js'
import { h, show, table, time } from './dom.js'

const parts = {}

const fieldsOf = (fields) =>
  h(
    'pre',
    {},
    Object.entries(fields)
      .map(([name, { value }]) => `${name}: ${value}`)
      .join('\n'),
  )

/** Subscription messages that were sent, the consents that are left, and checks that wait for a verdict. */
export const messages = {
  title: 'Messages',
  open(panel) {
    for (const name of ['outbox', 'consents', 'checks']) parts[name] = h('div')
    panel.append(
      h('h2', {}, 'Sent'),
      parts.outbox,
      h('h2', {}, 'Consents left'),
      parts.consents,
      h('h2', {}, 'Media being checked'),
      parts.checks,
    )
  },
  async refresh() {
    const { outbox, consents, mediaChecks } = await read('messages')
    const again = ({ openid, templateId }) =>
      h(
        'button',
        {
          type: 'button',
          'data-key': `${openid} ${templateId}`,
          onclick: () => attempt(() => act('consent', { openid, templateId })),
        },
        'Allow one more',
      )
    show(parts.outbox, outbox, () =>
      table(
        ['When', 'To', 'Template', 'Page', 'Text'],
        outbox.map(({ at, who, templateId, page, data }) => [
          time(at),
          who,
          templateId,
          page,
          fieldsOf(data),
        ]),
        'No message has been sent yet.',
      ),
    )
    show(parts.consents, consents, () =>
      table(
        ['Who', 'Template', '#Left', ''],
        consents.map((one) => [one.who, one.templateId, String(one.count), again(one)]),
        'Nobody has allowed a message.',
      ),
    )
    show(parts.checks, mediaChecks, () =>
      table(
        ['Verdict due', 'Address', 'Trace'],
        mediaChecks.map(({ due, url, traceId }) => [time(due), url, h('code', {}, traceId)]),
        'Nothing waits for a verdict.',
      ),
    )
  },
}
