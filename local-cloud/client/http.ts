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

/** The platform's words for its numbers (source: the WeChat docs, "error codes"). */
const WORDS: Record<number, string> = {
  [-501001]: 'resource system error',
  [-501003]: 'exceed request limit',
  [-501007]: 'invalid parameters',
  [-502001]: 'database request fail',
  [-502002]: 'database invalid command',
  [-502003]: 'database permission denied',
  [-502005]: 'database collection not exists',
  [-504002]: 'functions execute fail',
}

/** A failure in WeChat's form. */
export function failure(api: string, errCode: number, message: string): ClientError {
  const words = WORDS[errCode]
  const number = words ? `${errCode} ${words}` : String(errCode)
  return { errCode, errMsg: `${api}:fail errCode: ${number} | errMsg: ${message}` }
}
