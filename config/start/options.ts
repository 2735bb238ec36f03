import { parseArgs } from 'node:util'
import { Sentence } from './sentences'

export interface StartOptions {
  port: number
  /** 0.0.0.0 lets real phones on the same network in. */
  host: string
  isFresh: boolean
  dataDir: string
}

/**
 * What `npm start -- …` was told.
 * @throws Sentence for an option that there is not
 */
export function readOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '7788' },
        host: { type: 'string', default: '0.0.0.0' },
        fresh: { type: 'boolean', default: false },
        data: { type: 'string', default: '.data' },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port}`)
    return { port, host: values.host, isFresh: values.fresh, dataDir: values.data }
  } catch (error) {
    throw new Sentence(
      `看不懂这个选项：${error instanceof Error ? error.message : String(error)}\n` +
        '可以用的有：--port 端口号、--fresh（重新开始）、--host 地址、--data 数据文件夹。\n' +
        '(Options: --port N, --fresh, --host ADDRESS, --data FOLDER)',
    )
  }
}
