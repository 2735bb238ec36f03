import type { WxCloudLike } from '../../support/weapp-host/types'

/** A cloud that remembers its calls; `answer` says what functions return. */
export class StubCloud implements WxCloudLike {
  readonly calls: string[] = []

  constructor(private readonly answer: (name: string, data: unknown) => unknown = () => ({})) {}

  init(): void {
    this.calls.push('init')
  }

  async callFunction({ name, data }: { name: string; data?: unknown }): Promise<{ result: unknown }> {
    this.calls.push(name)
    return { result: this.answer(name, data) }
  }

  database(): object {
    return new StubDatabase()
  }

  async uploadFile({
    cloudPath,
    filePath,
  }: {
    cloudPath: string
    filePath: string
  }): Promise<{ fileID: string }> {
    return { fileID: `cloud://test/${cloudPath}?from=${filePath}` }
  }
}

interface Watcher {
  onChange?(snapshot: { docs: unknown[]; type: string }): void
}

/** Chains like WeChat's database, and reports one document to whoever watches. */
class StubDatabase {
  readonly command = { in: (values: unknown[]) => ({ $in: values }) }

  collection(name: string) {
    const query = {
      where: () => query,
      orderBy: () => query,
      limit: () => query,
      doc: () => query,
      get: async () => ({ data: [] }),
      watch: ({ onChange }: Watcher) => {
        setTimeout(() => onChange?.({ type: 'init', docs: [{ text: `live ${name}`, at: new Date(0) }] }), 1)
        return { close: async () => undefined }
      },
    }
    return query
  }
}

/** A cloud that cannot be reached. */
export function deadCloud(): WxCloudLike {
  const fail = async () =>
    Promise.reject(Object.assign(new Error('cloud is down'), { errCode: -1, errMsg: 'cloud is down' }))
  return { init: () => undefined, callFunction: fail, uploadFile: fail, database: () => new StubDatabase() }
}
