import { CloudError } from '../errors'

const LONGEST_BYTES = 850

/**
 * Checks a path in the cloud's storage; gives it back. Throws STORAGE_REQUEST_FAIL for what is no plain
 * relative path: `..`, a leading or double slash, backslashes, control characters, `%?#` (which don't
 * survive in links), more than 850 bytes.
 */
export function checkCloudPath(path: unknown): string {
  if (typeof path !== 'string' || path === '') throw refused('cloudPath is missing')
  if (Buffer.byteLength(path) > LONGEST_BYTES) throw refused('cloudPath is longer than 850 bytes')
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\%?#]/.test(path)) throw refused('cloudPath has characters that are not allowed')
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    throw refused(`cloudPath is not allowed: ${path}`)
  return path
}

function refused(reason: string): CloudError {
  return new CloudError('STORAGE_REQUEST_FAIL', `[InvalidParameter] ${reason}`)
}

/** The id of a file: `cloud://<env>.<bucket>/<path>`. */
export function fileIdOf(env: string, path: string): string {
  return `cloud://${env}.local-${env}/${path}`
}

/** The path in a file's id; null when the id is none of this cloud's. */
export function pathOfFileId(env: string, fileId: unknown): string | null {
  const prefix = `cloud://${env}.local-${env}/`
  if (typeof fileId !== 'string' || !fileId.startsWith(prefix)) return null
  try {
    return checkCloudPath(fileId.slice(prefix.length))
  } catch {
    return null
  }
}

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  wav: 'audio/wav',
  pdf: 'application/pdf',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
}

/** The content type a path's extension says. */
export function contentTypeOf(path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return TYPES[extension] ?? 'application/octet-stream'
}
