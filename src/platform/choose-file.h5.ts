import type { ChosenFile } from './choose-file'
import { pickFile } from './pick-file.h5'

export const isFromChat = false

/** As in `choose-file.ts`; a browser shows the files of this device. */
export async function chooseFile(extensions: readonly string[]): Promise<ChosenFile | null> {
  const file = await pickFile(extensions.map((extension) => `.${extension}`).join(','))
  return file ? { path: URL.createObjectURL(file), name: file.name, size: file.size } : null
}
