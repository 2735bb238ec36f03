import { counted, inboxCount } from '@/copy/counts'

/** Words of the resident's pages. */
export const homeWords = {
  greetings: { night: '夜深了', morning: '早上好', noon: '中午好', afternoon: '下午好', evening: '晚上好' },
  greet: (greeting: string, name: string) => `${greeting}，${name}`,
  neighbourhood: '远亲不如近邻',
  askTitle: '需要帮忙？',
  askPlaceholder: '写一句，如水龙头漏水',
  ask: '去点单',
  openOrders: '我的订单',
  allOrders: '看全部',
  myTurn: (button: string) => `等您：${button}`,
  unread: '有一条新公告',
  unreadUrgent: '紧急公告，请看一看',
  noticeWhole: '看照片和详情',
  readMore: '看全文',
  noticeSeen: '知道了',
  awaiting: '楼长还没确认您住在这里。点单、看群、看公告都可以先用起来。',
  held: '您以前被移出过这里。楼长或社区再确认以后，才能看群、点单。',
  noHome: '您还没有加入楼栋，扫楼里的码就能点单。',
} as const

export const newcomerWords = {
  title: '家门口',
  lead: '邻里的事，在家门口办好',
  points: [
    { title: '有事点一单', words: '灯不亮、要去医院、手机不会弄，写一句就有人来。' },
    { title: '邻居来帮忙', words: '社区派单，志愿者接单，谁来了看得见。' },
    { title: '楼里说一声', words: '公告、商量事，都在自己楼的群里。' },
  ],
  scan: '扫码加入',
  scanHint: '楼道口、楼长手里都有这张码',
  typeCode: '输邀请码',
  codeLabel: '邀请码',
  codePlaceholder: '楼长给您的那串字母和数字',
  codeWrong: '没认出这个码，请对照着再输一遍',
  go: '打开',
  notOurs: '这不是楼栋的码，请扫楼长给的那一张',
} as const

export const roleEntryWords = {
  hall: { title: '接单大厅', words: '看看谁要帮忙' },
  tasks: { title: '我的任务', words: '接下来去谁家' },
  desk: { title: '派单台', words: '等着派的单' },
  deskCounts: (waiting: number, late: number) =>
    late > 0 ? `${counted(waiting)} 单等派，${counted(late)} 单晚了` : `${counted(waiting)} 单等派`,
  invite: { title: '邀请邻居', words: '出一张楼栋的码' },
  pending: { title: '等确认的邻居', words: '新邻居等您确认' },
  pendingCount: (count: string, late: number) =>
    late > 0 ? `${count} 位在等，${late} 位等久了` : `${count} 位在等`,
  pendingNone: '没有人在等',
  residents: { title: '居民登记', words: '谁住在哪里' },
  roles: { title: '谁在担任', words: '报名的、在任的' },
  notice: { title: '发公告', words: '说给楼里听' },
  appeals: { title: '申诉', words: '请街道评一评' },
  inbox: { title: '群里的事', words: '回复、举报、承诺、上门' },
  inboxCounts: (waiting: number, rest: number) => {
    if (waiting === 0) return rest === 0 ? '都办好了' : `${inboxCount(rest)} 件等您`
    return rest === 0
      ? `${inboxCount(waiting)} 句等回复`
      : `${inboxCount(waiting)} 句等回，${inboxCount(rest)} 件要办`
  },
} as const

export const orderFormWords = {
  service: '要帮什么忙',
  text: '说说是什么事',
  textHint: '写清楚了，来的人好准备',
  textShort: '再多写几个字，让人知道是什么事',
  when: '什么时候',
  home: '到哪里',
  photos: '拍张照片（可以不拍）',
  urgent: '着急',
  urgentHint: '打开后排在前面，最快一小时内有人来。不急的事请留给更急的人。',
  phone: '电话（可以不填）',
  phoneHint: '只有接单的人看得到，办完就看不到了',
  phoneWrong: '电话是 11 位数字，请再看看',
  summary: ({ when, deed, place, urgent }: { when: string; deed: string; place: string; urgent: boolean }) =>
    `${urgent ? '急事：' : ''}${when}，请一位志愿者到${place}${deed}`,
  submit: '提交',
  fromGroup: '这是您在群里说的，交上来以后，群里会有一张卡片，邻居知道有人管了',
  restored: '上次没写完的，给您留着',
  restart: '重新写',
  sent: '收到了，我们来找人，谢谢您！',
  needHome: '先加入楼栋，才知道到哪里帮您',
  step: (at: number, of: number) => `第 ${at} 步，一共 ${of} 步`,
} as const

export const ordersWords = {
  open: '进行中',
  done: '办完的',
  series: '固定的',
  emptyOpen: '现在没有要办的事',
  emptyDone: '还没有办完的单',
  order: '点一单',
} as const

export const joinWords = {
  toHome: '去首页',
  noCode: '没有看到邀请码，请扫楼长给的那张码',
} as const

export const meWords = {
  homes: '我的家',
  room: (room: string) => `${room} 室`,
  addHome: '加一个家',
  roles: '我的身份',
  entries: '我能做的事',
  orders: '我的订单',
  elder: '长辈模式',
  elderHint: '字大一些，按钮大一些',
  preview: '字会是这么大：明早9点，小周来陪您去医院',
  skills: '会的手艺',
  since: (day: string) => `${day}加入`,
} as const
