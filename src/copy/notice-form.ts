import { momentWords } from '@/copy/time'
import type { NoticeButton } from '@/domain/notice/schema'
import type { PlaceLevel } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'

/** What a button of a notice says. */
export const noticeButtonWords = {
  order: (serviceName: string | null) => (serviceName === null ? '去点一单' : `点一单：${serviceName}`),
  call: (name: string) => `打电话：${name}`,
  page: {
    guide: '看看这事归谁管',
    orders: '看我的订单',
    directory: '看看谁是谁',
    chat: '去楼栋群',
  } satisfies Record<Extract<NoticeButton, { kind: 'page' }>['page'], string>,
} as const

export const noticeForm = {
  writing: '写公告',
  published: '发过的',
  publishedEmpty: '还没发过公告',
  noArea: '发公告要由楼长或社区来',

  area: '发给谁',
  areaHint: '可以选好几栋',
  areaMissing: '先选发给哪里',
  areaTooMany: (most: number) => `一次最多选 ${most} 处，选「整个小区」更省事`,
  areaLost: '楼栋没打开，点一下再试',
  wholeOf: (name: string) => `${name}（全部）`,
  counting: '正在数会发给多少人…',
  counts: (residents: number, households: number, needCare: number) =>
    `会发给 ${residents} 位居民、${households} 户${needCare > 0 ? `，其中 ${needCare} 位需要上门看看` : ''}`,
  nobody: '这里还没有居民加入，发了也没人看到',
  countLost: '没数出来，点一下再数',
  nextAt: (at: Timestamp, now: Timestamp) =>
    `这里一小时内发过公告了，下一条${momentWords(at, now)}以后可以发。等不得的事，打开下面的「紧急」。`,
  sendThen: '到时自己发',

  title: '标题',
  titleField: '一句话说清，比如：明天上午停水',
  titleShort: '标题至少写两个字',
  text: '内容',
  textField: '什么事、什么时候、要大家做什么、有事找谁',
  textShort: '内容至少写两个字',
  textCount: (written: number, most: number) => `写了 ${written} 字，最多 ${most} 字`,
  photos: '照片（可以不放）',

  button: '放一个按钮',
  buttonHint: '邻居看完，点一下就能去办',
  buttons: { none: '不放', order: '点一项服务', page: '打开一页', call: '打电话' },
  service: '点哪一项',
  serviceMissing: '选一项服务',
  servicesLost: '服务没打开，点一下再试',
  page: '打开哪一页',
  callName: '打给谁',
  callNameField: '比如：物业值班室',
  callPhone: '电话号码',
  callPhoneField: '比如：0711-3350001',
  callMissing: '写上打给谁，和他的号码',

  urgent: '紧急',
  urgentHint:
    '停水停电、燃气、天气预警这样等不得的事才打开：不受一小时一条的限制，排在最前面，所以要说好到什么时候（最多三天）。',

  when: '什么时候发',
  whenNow: '马上发',
  whenLater: '定个时间',
  whenPassed: '这个时间已经过了，再选一个',
  whenTooLate: '最多提前 30 天',
  until: '有效到',
  untilHint: '过了这个时间，就不再提醒大家看',
  untilNone: '一直有效',
  untilOther: '别的时间',
  untilMissing: '紧急公告要说好到什么时候',
  untilTooLong: '紧急公告最多三天',
  untilPassed: '要晚于发出的时间',
  visits: '到时还没看的老人，请楼长上门',
  visitsHint: '只算需要照看、家里又没人看过的邻居',
  visitsNone: '不用',
  visitsAfter: (hours: number) => `${hours} 小时后`,

  publish: '发公告',
  schedule: '定时发',
  check: '发出去吗',
  checkTitle: '标题',
  checkTo: '发给',
  checkCount: '收到的人',
  checkWhen: '什么时候发',
  checkUntil: '有效到',
  checkVisits: '上门',
  checkVisitsWords: (hours: number) => `${hours} 小时后还没看的老人，请楼长上门`,
  checkUncounted: '人数没数出来',
  checkHint: '发出后还能撤回，不过看过的人已经看过了。',
  confirm: '发给大家',
  confirmLater: '到时发出',
  sent: '发出去了',
  scheduled: '记下了，到时自己发',
  limited: (at: Timestamp, now: Timestamp) =>
    `这里一小时内发过公告了，${momentWords(at, now)}以后再发。写好的都给您留着。`,
  limitedNow: '这里一小时内发过公告了，过一会儿再发。写好的都给您留着。',
  restored: '上次没写完的，给您留着',
  restart: '重新写',
} as const

/** Whom an area's notice reaches, by its level, after the area's name. */
export const wholeAreaWords = {
  street: '整个街道',
  community: '整个社区',
  estate: '全小区',
  building: '整栋楼',
  unit: '这个单元',
  grid: '这个微网格',
} as const satisfies Record<PlaceLevel, string>
