import type { IncomingMessage, ServerResponse } from 'node:http'
import QRCode from 'qrcode'
import serveStatic from 'serve-static'
import * as z from 'zod'
import type { LocalCloud } from '../../local-cloud/start-cloud'
import { posterCode } from '../street/past'
import { phones } from '../street/phones'
import type { Narrator } from './narrator'
import { inRoot } from './paths'

/** What the street's pages need of the program that serves them. */
export interface StreetHost {
  cloud(): LocalCloud
  narrator(): Narrator
  /** Where a real phone finds this machine: `http://192.168.1.5:7788`; null without a network. */
  lanUrl: string | null
}

type Route = (request: IncomingMessage, response: ServerResponse, host: StreetHost) => unknown

const sendJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

const state: Route = async (_request, response, { cloud, lanUrl }) => {
  const { personas, clock, database, storage } = cloud()
  const poster = await database.get('invitations', posterCode)
  const picture = storage.read(String(poster?.['codeFileId'] ?? ''))
  sendJson(response, {
    phones,
    personas: personas.list().map(({ id, name, note }) => ({ id, name, note })),
    poster: {
      areaName: String(poster?.['areaName'] ?? ''),
      code: posterCode,
      imageUrl: picture ? `data:image/png;base64,${picture.toString('base64')}` : '',
    },
    lanUrl,
    lanCode: lanUrl ? await QRCode.toDataURL(lanUrl, { margin: 1 }) : null,
    now: clock.now(),
  })
}

const events: Route = (request, response, { narrator }) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': hello\n\n')
  const stop = narrator().listen((event) => response.write(`data: ${JSON.stringify(event)}\n\n`))
  request.on('close', stop)
}

const faultsSchema = z.object({
  latencyMs: z.number().min(0).max(20_000),
  failRate: z.number().min(0).max(1),
})

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const faults: Route = async (request, response, { cloud }) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const wanted = faultsSchema.safeParse(jsonIn(Buffer.concat(chunks).toString()))
  if (!wanted.success) return sendJson(response, { error: 'latencyMs 0–20000, failRate 0–1' }, 400)
  sendJson(response, Object.assign(cloud().faults, wanted.data))
}

/** Signs a phone in as one of the demo's people. Only the street does so: the local cloud itself hands out no tokens. */
const persona: Route = (request, response, { cloud }) => {
  const id = decodeURIComponent(
    new URL(request.url ?? '', 'http://local').pathname.slice('/personas/'.length),
  )
  const found = cloud().personas.byId(id)
  if (!found) return sendJson(response, { error: 'unknown persona' }, 404)
  sendJson(response, { id: found.id, name: found.name, token: found.token })
}

const routes: [method: string, path: RegExp, route: Route][] = [
  ['GET', /^\/street\/state$/, state],
  ['GET', /^\/street\/events$/, events],
  ['POST', /^\/street\/faults$/, faults],
  ['GET', /^\/personas\/[^/]+$/, persona],
]

const folders: [prefix: string, folder: string][] = [
  ['/phone/', 'dist/h5'],
  ['/street/', 'dist/street'],
  ['/', 'dist/street'],
]

/** Answers a request that is the street's; false where it is not. */
export async function answerStreet(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  host: StreetHost,
): Promise<boolean> {
  const found = routes.find(([method, path]) => method === request.method && path.test(url.pathname))
  if (found) {
    await found[2](request, response, host)
    return true
  }
  for (const [prefix, folder] of folders) {
    if (!url.pathname.startsWith(prefix)) continue
    if (await serveFile(request, response, prefix, folder)) return true
  }
  return false
}

function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  prefix: string,
  folder: string,
): Promise<boolean> {
  const original = request.url ?? '/'
  request.url = original.slice(prefix.length - 1)
  const serve = serveStatic(inRoot(folder), { index: 'index.html', cacheControl: false, redirect: false })
  return new Promise((resolve, reject) => {
    response.once('finish', () => resolve(true))
    response.once('close', () => resolve(true))
    serve(
      request as Parameters<typeof serve>[0],
      response as Parameters<typeof serve>[1],
      (error?: unknown) => {
        request.url = original
        if (error) reject(error as Error)
        else resolve(false)
      },
    )
  })
}
