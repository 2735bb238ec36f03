import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
  type ReadStream,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../database/store'
import { CloudError } from '../errors'
import { checkCloudPath, contentTypeOf, fileIdOf, pathOfFileId } from './file-path'

/** A stored file. */
export interface StoredFile {
  path: string
  type: string
  /** Bytes. */
  size: number
  /** The openid of who uploaded it; empty for functions. */
  uploader: string
  /** Epoch ms. */
  at: number
}

/** How to keep files. */
export interface FileStoreOptions {
  env: string
  /** Where the contents are; their names there are hashes of their paths, so no path can leave it. */
  dir: string
  store: Store
  now: () => number
}

const LAYOUT = `CREATE TABLE IF NOT EXISTS files (
  path TEXT PRIMARY KEY, type TEXT NOT NULL, size INTEGER NOT NULL, uploader TEXT NOT NULL, at INTEGER NOT NULL
) WITHOUT ROWID`

/** How long a link for an upload holds: seconds. */
const UPLOAD_SECONDS = 900

/** Files of the cloud's storage, durable, reached by links that are signed and expire. */
export class FileStore {
  private readonly secret: string

  constructor(private readonly options: FileStoreOptions) {
    mkdirSync(options.dir, { recursive: true })
    options.store.sqlite.exec(LAYOUT)
    options.store.run('INSERT OR IGNORE INTO meta VALUES (?, ?)', [
      'file secret',
      randomBytes(32).toString('hex'),
    ])
    this.secret =
      options.store.get<{ value: string }>('SELECT value FROM meta WHERE name = ?', ['file secret'])?.value ??
      ''
  }

  /** The id under which a path is known. */
  fileId(path: string): string {
    return fileIdOf(this.options.env, path)
  }

  /** A link to upload one file with PUT, for somebody (empty for functions). */
  uploadUrl(base: string, path: string, uploader: string): string {
    return this.signed('PUT', base, path, UPLOAD_SECONDS, uploader)
  }

  /** A link to download a file with GET for so many seconds, made for somebody; null when there is no such file. */
  downloadUrl(base: string, fileId: unknown, seconds: number, asker: string): string | null {
    const file = this.find(fileId)
    return file ? this.signed('GET', base, file.path, seconds, asker) : null
  }

  private signed(method: string, base: string, path: string, seconds: number, by: string): string {
    const expires = this.options.now() + seconds * 1000
    const query = new URLSearchParams({
      expires: String(expires),
      by,
      sign: this.signature(method, path, expires, by),
    })
    const encoded = path.split('/').map(encodeURIComponent).join('/')
    // The SDK encodes links for downloads itself, as the real cloud gives them raw; those for uploads it does not.
    return `${base}/cos/${method === 'PUT' ? encoded : path}?${query.toString()}`
  }

  private signature(method: string, path: string, expires: number, by: string): string {
    return createHmac('sha256', this.secret).update([method, path, expires, by].join('\n')).digest('hex')
  }

  /** Checks a link; throws STORAGE_SIGN_PARAM_INVALID when it is forged or over, else says who it was made for. */
  checkLink(method: string, path: string, query: URLSearchParams): string {
    const expires = Number(query.get('expires'))
    const by = query.get('by') ?? ''
    const given = Buffer.from(query.get('sign') ?? '')
    const wanted = Buffer.from(this.signature(method, path, expires, by))
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
      throw badLink('the signature does not match')
    if (this.options.now() > expires) throw badLink('the link has expired')
    return by
  }

  /** Stores a file, in place of the one that had the path; when this returns, it survives a crash. */
  write(cloudPath: string, content: Buffer, uploader: string): StoredFile {
    const path = checkCloudPath(cloudPath)
    const draft = this.draftPath(path)
    const handle = openSync(draft, 'wx')
    try {
      writeSync(handle, content)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    return this.keep(path, draft, content.length, uploader)
  }

  /** Like `write`, piece by piece; nothing is kept of what breaks off. Throws what the pieces throw. */
  async receive(cloudPath: string, pieces: AsyncIterable<Buffer>, uploader: string): Promise<StoredFile> {
    const path = checkCloudPath(cloudPath)
    const draft = this.draftPath(path)
    const handle = await open(draft, 'wx')
    let size = 0
    try {
      for await (const piece of pieces) {
        await handle.writeFile(piece)
        size += piece.length
      }
      await handle.sync()
    } catch (error) {
      rmSync(draft, { force: true })
      throw error
    } finally {
      await handle.close()
    }
    return this.keep(path, draft, size, uploader)
  }

  private draftPath(path: string): string {
    return `${this.diskPath(path)}.${randomBytes(6).toString('hex')}`
  }

  private keep(path: string, draft: string, size: number, uploader: string): StoredFile {
    renameSync(draft, this.diskPath(path))
    const file = { path, type: contentTypeOf(path), size, uploader, at: this.options.now() }
    this.options.store.run('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)', [
      path,
      file.type,
      size,
      uploader,
      file.at,
    ])
    return file
  }

  /** What is known of a file; undefined when there is none of that id. */
  find(fileId: unknown): StoredFile | undefined {
    const path = pathOfFileId(this.options.env, fileId)
    return path === null ? undefined : this.byPath(path)
  }

  /** What is known of a file by its path. */
  byPath(path: string): StoredFile | undefined {
    return this.options.store.get('SELECT path, type, size, uploader, at FROM files WHERE path = ?', [path])
  }

  /** A file's content. Throws STORAGE_FILE_NONEXIST. */
  read(path: string): Buffer {
    return readFileSync(this.require(path))
  }

  /** A file's content as a stream, and its size in bytes: of one version, whoever overwrites it meanwhile. Throws STORAGE_FILE_NONEXIST. */
  stream(path: string): { content: ReadStream; size: number } {
    const fd = openSync(this.require(path), 'r')
    return { content: createReadStream('', { fd }), size: fstatSync(fd).size }
  }

  private require(path: string): string {
    const target = this.diskPath(path)
    if (this.byPath(path) && existsSync(target)) return target
    throw new CloudError('STORAGE_FILE_NONEXIST', `[ResourceNotFound] storage file not exists: ${path}`)
  }

  /** Deletes a file; false when there is none. */
  remove(fileId: unknown): boolean {
    const file = this.find(fileId)
    if (!file) return false
    this.options.store.run('DELETE FROM files WHERE path = ?', [file.path])
    rmSync(this.diskPath(file.path), { force: true })
    return true
  }

  /** Every file, by path. */
  list(): StoredFile[] {
    return this.options.store.all('SELECT path, type, size, uploader, at FROM files ORDER BY path')
  }

  private diskPath(path: string): string {
    return join(this.options.dir, createHash('sha256').update(path).digest('hex'))
  }
}

function badLink(reason: string): CloudError {
  return new CloudError('STORAGE_SIGN_PARAM_INVALID', `[InvalidParameter] ${reason}`)
}
