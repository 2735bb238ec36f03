import type { Order } from './schema'

type FilesOfOrder = Pick<Order, 'voice' | 'photoFileIds' | 'completion' | 'review'>

/** What changes in an order once a file is taken out of it, wherever it stands; null: it isn't in it. */
export function withoutFile(
  { completion, photoFileIds, review, voice }: FilesOfOrder,
  fileId: string,
): Partial<FilesOfOrder> | null {
  const others = (fileIds: readonly string[]): string[] => fileIds.filter((one) => one !== fileId)
  const fields: Partial<FilesOfOrder> = {
    ...(voice?.fileId === fileId ? { voice: null } : {}),
    ...(photoFileIds.includes(fileId) ? { photoFileIds: others(photoFileIds) } : {}),
    ...(completion?.photoFileIds.includes(fileId)
      ? { completion: { ...completion, photoFileIds: others(completion.photoFileIds) } }
      : {}),
    ...(review?.voice?.fileId === fileId ? { review: { ...review, voice: null } } : {}),
  }
  return Object.keys(fields).length === 0 ? null : fields
}
