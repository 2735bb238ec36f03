import { momentWords } from '@/copy/time'
import type { Timestamp } from '@/domain/shared/time'

export const visit = {
  title: '上门看看',
  noArea: '这里是楼长和社区看的',
  views: { open: '要去的', done: '去过的' },
  empty: '不用上门，家家都知道了',
  doneEmpty: '还没有上门过',
  hint: '这几位家里还没有人看公告，去敲敲门，当面说一声',
  seen: '门牌号只给您上门用，他们查得到谁看过',
  where: (areaName: string, roomNumber: string) =>
    roomNumber === '' ? areaName : `${areaName} ${roomNumber} 室`,
  why: (title: string) => `为了：${title}`,
  seeNotice: (title: string) => `看公告：${title}`,
  call: '打电话',
  callOf: (name: string) => `给${name}打电话`,
  done: '去过了',
  doneOf: (name: string) => `${name}家去过了`,
  finishTitle: (name: string) => `${name}怎么样`,
  finishWhat: '记一句，别人就不用再跑一趟；打过电话也算。',
  note: '说了什么、人好不好（可以不写）',
  finished: '记下了，辛苦您跑一趟',
  doneBy: (by: string, at: Timestamp, now: Timestamp) => `${by}去过了，${momentWords(at, now)}`,
  doneBySelf: (at: Timestamp, now: Timestamp) =>
    `不用去了：家里看过公告，或者公告已经结束（${momentWords(at, now)}）`,
} as const
