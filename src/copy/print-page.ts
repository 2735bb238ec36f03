import type { Each, Paper } from '@/domain/print/contract'

export const paperNames = { poster: '单元门口的海报', slip: '贴门上的小纸条' } as const satisfies Record<
  Paper,
  string
>
export const paperHints = {
  poster: '一张 A4 纸，码很大，贴在楼道口',
  slip: '一张 A4 纸裁成 8 张，一户贴一张',
} as const satisfies Record<Paper, string>
export const eachNames = {
  building: '每栋一张',
  unit: '每个单元一张',
  grid: '每个微网格一张',
} as const satisfies Record<Each, string>

export const printWords = {
  title: '打印邀请码',
  area: '哪里的',
  each: '怎么分',
  paper: '要哪一种',
  make: '做成文件',
  making: '正在一张张做，楼多的话要等一两分钟',
  progress: (done: number, of: number) => `做好 ${done} 张码，一共 ${of} 张，请别离开`,
  stopped: (done: number, of: number) => `停在第 ${done} 张，一共 ${of} 张。再点一次接着做`,
  made: (codes: number, made: number) =>
    made === 0 ? `${codes} 张做好了，用的都是现成的码` : `${codes} 张做好了，其中 ${made} 个是新做的码`,
  oneMade: '做好了',
  open: '打开文件',
  openHint: '打开后，点右上角可以转发、打印',
  tooMany: (most: number) => `这里楼太多，一份文件最多 ${most} 张，请一个小区一个小区地做`,
  enoughToday: '今天做的码够多了，明天接着做，做好的都还在',
  noBuilding: '这里还没有登记楼栋，请先补上',
  fileName: (areaName: string) => `${areaName} 邀请码.pdf`,
} as const
