import { failed, hasPage, ok, type Api } from './api'
import { faultOfField } from './template-fields'
import { objectOf, textOf } from './wire-format'

/**
 * Sends a subscription message. Source: the WeChat docs, sendMessage: 40003 without receiver, 40037 for an unknown
 * template, 41030 for an unknown page, 47003 for data that don't suit their fields, 43101 without consent.
 */
export const sendSubscribeMessage: Api = (args, context) => {
  const openid = textOf(args.touser)
  const templateId = textOf(args.template_id)
  const page = textOf(args.page)
  if (!openid) return failed(40003, 'invalid openid')
  const fields = fieldsOf(context.templates, templateId)
  if (fields === null) return failed(40037, 'invalid template_id')
  if (page !== '' && !hasPage(context, page.split('?')[0] ?? '')) return failed(41030, 'invalid page')
  const data = objectOf(args.data)
  for (const field of fields ?? Object.keys(data)) {
    const fault = faultOfField(field, objectOf(data[field]).value)
    if (fault) return failed(47003, `argument invalid! data.${field}.value ${fault}`)
  }
  const isAccepted = context.outbox.send({ openid, templateId, page, data })
  return isAccepted ? ok({ msgid: context.now() }) : failed(43101, 'user refuse to accept the msg')
}

/** The fields of a template; undefined when templates are not known, null when this one is none. */
function fieldsOf(
  templates: Readonly<Record<string, readonly string[]>> | null,
  id: string,
): readonly string[] | null | undefined {
  if (id === '') return null
  if (templates === null) return undefined
  return Object.hasOwn(templates, id) ? templates[id] : null
}
