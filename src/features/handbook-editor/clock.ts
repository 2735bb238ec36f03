/** Minutes of the day as 8:30. */
export const clockText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

const forms = [/^(\d{1,2})[:：.](\d{2})$/, /^(\d{1,2})[点時时]?$/, /^(\d{1,2})点(\d{1,2})分?$/]

/** 8:30, 8：30, 8点, 8点30分 as minutes of the day, up to 24:00; null for anything else. */
export function parseClock(text: string): number | null {
  const typed = text.trim().replace('点半', '点30')
  const found = forms.map((form) => form.exec(typed)).find((match) => match !== null)
  if (!found) return null
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)]
  const sum = hour * 60 + minute
  return minute < 60 && sum <= 1440 ? sum : null
}
