/** 2026-11 → 2026年11月 */
const monthWords = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}

/** The building's wall of thanks. */
export const thanksWords = {
  title: '感谢墙',
  lead: '邻居愿意贴出来的谢意，都在这里',
  month: monthWords,
  earlier: '上个月',
  later: '下个月',
  empty: '这个月墙上还空着。帮过的忙，大家都记在心里',
  noHome: '扫一扫楼里的码，就能看到楼栋的感谢墙',
  to: (names: string) => `谢谢${names}`,
  from: (name: string, service: string) => `${name} · ${service}`,
  takeOff: '取下',
  takeOffLabel: (words: string) => `从感谢墙取下：${words}`,
} as const
