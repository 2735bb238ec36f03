/** 幸福里小区 4栋2单元 → 幸福里小区 4栋 */
export const withoutUnit = (name: string): string => name.replace(/[^栋幢座楼号 ]+单元$/, '')

/** 幸福里小区 4栋 → 4栋; the whole of each where two would be called the same. */
export function shortNames(names: readonly string[]): string[] {
  const short = names.map((name) => name.slice(name.lastIndexOf(' ') + 1))
  return new Set(short).size === short.length ? short : [...names]
}
