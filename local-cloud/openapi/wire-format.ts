import { Root } from 'protobufjs'
import { isPlainObject } from '../database/wire'
import { invalidParameter } from '../errors'

/** The parts of WeChat's messages that travel (source: the codec inside wx-server-sdk 4.0.2). */
const root = Root.fromJSON({
  nested: {
    KeyValuePair: {
      fields: {
        key: { id: 1, type: 'string' },
        value: { id: 2, type: 'bytes' },
        contenttype: { id: 3, type: 'string' },
        filename: { id: 4, type: 'string' },
      },
    },
    OpenApiData: { fields: { pairs: { id: 1, rule: 'repeated', type: 'KeyValuePair' } } },
    CommApiData: {
      fields: { apiType: { id: 1, type: 'int32' }, openapiData: { id: 2, type: 'OpenApiData' } },
    },
    CommOpenApiResp: {
      fields: {
        respData: { id: 1, type: 'bytes' },
        contentType: { id: 2, type: 'string' },
        errorCode: { id: 3, type: 'int32' },
        httpCode: { id: 4, type: 'uint32' },
      },
    },
  },
})
const CallData = root.lookupType('CommApiData')
const Answer = root.lookupType('CommOpenApiResp')

interface Pair {
  key?: string
  value?: Uint8Array
  contenttype?: string
}

/** The arguments of an openapi call, their top-level names in snake_case; files come as Buffers. */
export function decodeCall(bytes: Buffer): Record<string, unknown> {
  const { openapiData } = CallData.decode(bytes) as unknown as { openapiData?: { pairs?: Pair[] } }
  return Object.fromEntries(
    (openapiData?.pairs ?? []).map((pair) => [snakeCase(pair.key ?? ''), valueOf(pair)]),
  )
}

function valueOf({ value, contenttype }: Pair): unknown {
  const bytes = Buffer.from(value ?? [])
  return contenttype ? bytes : (JSON.parse(bytes.toString('utf8')) as unknown)
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** What an api answers: JSON, bytes such as an image, or a refusal of the cloud itself. */
export type ApiAnswer =
  { json: Record<string, unknown> } | { bytes: Buffer; type: string } | { errorCode: number }

/** An answer as the SDK reads it. */
export function encodeAnswer(answer: ApiAnswer): Buffer {
  return Buffer.from(Answer.encode(Answer.create(responseOf(answer))).finish())
}

function responseOf(answer: ApiAnswer): Record<string, unknown> {
  if ('errorCode' in answer) return { errorCode: answer.errorCode, httpCode: 200 }
  const isJson = 'json' in answer
  const respData = isJson ? Buffer.from(JSON.stringify(answer.json)) : answer.bytes
  return { respData, contentType: isJson ? 'application/json' : answer.type, errorCode: 0, httpCode: 200 }
}

/** The parts of a multipart form by name. Throws INVALID_PARAM for what is none. */
export function parseMultipart(body: Buffer, contentType: string): Record<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) throw invalidParameter('a multipart form without boundary')
  const mark = Buffer.from(`--${boundary}`)
  const parts: Record<string, Buffer> = {}
  for (let at = body.indexOf(mark); at >= 0;) {
    const next = body.indexOf(mark, at + mark.length)
    if (next < 0) break
    const headEnd = body.indexOf('\r\n\r\n', at)
    const name = /name="([^"]+)"/.exec(body.toString('latin1', at, headEnd))?.[1]
    if (name !== undefined && headEnd < next) parts[name] = body.subarray(headEnd + 4, next - 2)
    at = next
  }
  return parts
}

/** An argument that is a text; empty when it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** An argument that is an object; empty when it is none. */
export function objectOf(value: unknown): Record<string, unknown> {
  return isPlainObject(value) ? value : {}
}
