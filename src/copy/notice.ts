import type { AreaLevel } from '@/domain/shared/area'

export const notice = {
  tag: '公告',
  listEmpty: '还没有公告',
  unreadMark: '没看过',
  gotIt: '我知道了',
  isRead: '已看过',
  unreadBar: (title: string) => `新公告：${title}`,
  reach: (read: number, residents: number) => `${read} / ${residents} 位已读`,
  whoHasNot: '谁还没看',
  unreadTitle: (total: number) => (total === 0 ? '都看过了' : `${total} 位还没看`),
  unreadMore: (shown: number) => `先列出 ${shown} 位，其余的按楼栋再看`,
  unreadHint: '年纪大的邻居，上门说一声更稳当',
  unreadEmpty: '大家都看过了，省心',
  by: (author: string, area: string) => `${author} · ${area}`,

  area: '发给谁',
  title: '标题',
  titleField: '一句话说清，比如：明天上午停水',
  text: '内容',
  textField: '什么事、什么时候、要大家做什么、有事找谁',
  titleShort: '标题至少写两个字',
  textShort: '内容至少写两个字',
  publish: '发公告',
  check: '发出去吗',
  reaches: (areaName: string, title: string) =>
    `「${title}」会发给${areaName}的每一户，马上出现在大家的楼栋群里。发出后收不回来。`,
  confirm: '发给大家',
  published: '发出去了',
  publishedList: '发过的公告',
  publishedEmpty: '还没发过公告',
  noArea: '发公告要由楼长或社区来',
} as const

/** Whom an area's notice reaches, by its level, after the area's name. */
export const wholeAreaWords = {
  street: '整个街道',
  community: '整个社区',
  estate: '整个小区',
  building: '整栋楼',
  unit: '这个单元',
} as const satisfies Record<AreaLevel, string>
