import path from 'node:path'

export const root = path.resolve(__dirname, '../..')
export const inRoot = (...parts: string[]): string => path.resolve(root, ...parts)
