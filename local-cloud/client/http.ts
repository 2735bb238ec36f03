import type { ClientError, CloudClientOptions } from './types'

/** An answer of `/web`. */
export interface WebAnswer {
  requestId: string
  data: Record<string, unknown>
}

type Body = Record<string, unknown>

/** Sends requests to `/web` as one persona. Rejects with ClientError; `api` is named in its message. */
export class Http {
  private readonly fetch: typeof fetch

  constructor(private readonly options: CloudClientOptions) {
    this.fetch = options.fetch ?? globalThis.fetch.bind(globalThis)
  }

  /** Sends an action of the wire. */
  async send(api: string, action: string, body: Body): Promise<WebAnswer> {
    const response = await this.reach(api, `${this.options.url}/web`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.options.token}` },
      body: JSON.stringify({ ...body, action }),
    })
    const answer = (await response.json()) as Partial<WebAnswer> & {
      code?: string
      message?: string
      errCode?: number
    }
    if (answer.code) throw failure(api, answer.errCode ?? -1, answer.message ?? answer.code)
    return { requestId: answer.requestId ?? '', data: answer.data ?? {} }
  }

  /** Fetches any address; a network that fails rejects with errCode -1. */
  async reach(api: string, url: string, init?: RequestInit): Promise<Response> {
    try {
      return await this.fetch(url, init)
    } catch (error) {
      throw failure(api, -1, error instanceof Error ? error.message : 'network')
    }
  }
}

/** A failure in WeChat's form. */
export function failure(api: string, errCode: number, message: string): ClientError {
  return { errCode, errMsg: `${api}:fail errCode: ${errCode} | errMsg: ${message}` }
}
