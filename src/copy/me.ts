/** Entries of 我的, by what one's roles allow. */
export const myEntries = {
  orders: { title: '我的订单', words: '点过的单，办得怎么样' },
  homes: { title: '我的家', words: '家里有谁、请家人进来、搬走了' },
  myData: { title: '我的资料', words: '改称呼、谁看过我、导出、注销' },
  notices: { title: '公告栏', words: '楼里、社区发过的公告' },
  guide: { title: '这事归谁管', words: '物业、社区、街道的电话' },
  thanks: { title: '楼栋感谢墙', words: '邻居谢邻居的话' },
  help: { title: '邻里互助', words: '报名当志愿者，我担任的事' },
  directory: { title: '谁是谁', words: '谁照看这栋楼、邻居、常用电话' },
  profile: { title: '我的志愿服务', words: '会什么、什么时候方便' },
  certificates: { title: '服务证明', words: '开一张志愿服务记录证明' },
  verify: { title: '核验证明', words: '扫一扫或输入编号，看证明是真是假' },
  plan: { title: '一键排单', words: '把等着的单一起排好' },
  inCare: { title: '楼里的单', words: '还没办好的，晚了的排在前面' },
  series: { title: '固定的帮忙', words: '谁定期去谁家，换人、跳过、停掉' },
  calls: { title: '要打的电话', words: '消息送不到的邻居，打个电话说一声' },
  digest: { title: '今早一览', words: '新来的、晚了的、等评价的' },
  places: { title: '小区地图', words: '楼栋、住户、微网格' },
  handbook: { title: '办事手册', words: '服务、责任清单、工作时间' },
  numbers: { title: '数据', words: '办得快不快，邻居满不满意' },
} as const

export const myDeedsWords = { title: '我帮过的忙' } as const
