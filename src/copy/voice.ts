/** Words around a voice. */
export const voiceWords = {
  start: '点一下，说出来',
  stop: (seconds: number) => `正在听（${seconds} 秒），说完点一下`,
  sending: '正在存好',
  again: '重新说',
  refused: '没有打开麦克风，打字也可以',
  tooShort: '太短了，没听清，再说一次',
  lost: '没存上，连上网络再说一次',
  seconds: (count: number) => `${count} 秒`,
  listenTo: '听一听',
  listen: (count: number) => `听一听，${count} 秒`,
} as const
