import type { Distance } from '@/features/volunteer/distance'

export const volunteer = {
  hallEmpty: '大厅里暂时没有单',
  hallEmptyHint: '有新单会马上出现在这里',
  offersTitle: '点名请您',
  hallTitle: '谁都能接',
  notVolunteerHint: '想帮邻居一把，请和楼长或社区说一声',
  accept: '接单',
  acceptLabel: (deed: string) => `接下这一单：${deed}`,
  accepting: '正在接',
  accepted: '接好了，谢谢您！',
  decline: '去不了',
  declineTitle: '为什么去不了',
  declineReasons: ['时间不凑巧', '身体不舒服', '离得太远', '这个我不会'],
  declineWords: '想多说一句（可以不写）',
  declined: '知道了，另请别人',
  /** Losing the race, in kind words. */
  tooLate: '有位邻居比您快一步，这单已经有人去了。谢谢您的心意',
  waitsFor: (left: string) => `${left}内回个话就行`,
  waitsNoMore: '快回个话吧，时间快到了',
  urgent: '急',
  skilled: '您拿手',
  toTasks: '我接的单',

  tasksActive: '要去的',
  tasksDone: '办好的',
  activeEmpty: '手上没有单',
  activeEmptyHint: '去大厅看看，谁家要帮忙',
  toHall: '去大厅',
  doneEmpty: '办好的单会记在这里',
  next: { checkIn: '去签到', complete: '办好了' },
  deeds: { orders: '办好了几单', hours: '帮了多久' },
  orders: (count: number) => `${count} 单`,
  hours: (count: number) => `${count} 小时`,
  deedsOfShown: '按下面看到的算',
  deedsOfAll: '每一单都记着，谢谢您',
} as const

export const distanceWords = {
  sameBuilding: '同栋',
  sameEstate: '同小区',
  nextEstate: '隔壁小区',
} as const satisfies Record<Distance, string>
