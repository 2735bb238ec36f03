/** The neighbourhood's time, wherever this computer thinks it is. */
const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 07:30 */
export const timeWords = (time: Date): string => format.format(time)
