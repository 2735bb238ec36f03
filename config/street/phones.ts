import { newcomer } from './people'

/** A phone on the street: who holds it, what they are, and the page that it opens with. */
export interface StreetPhone {
  persona: string
  name: string
  role: string
  path: string
}

export const phones: readonly StreetPhone[] = [
  { persona: newcomer.id, name: newcomer.name, role: '刚搬来的新邻居', path: 'pages/home/index' },
  { persona: 'lilaitai', name: '李奶奶', role: '4栋居民', path: 'pages/home/index' },
  { persona: 'liuyang', name: '刘洋', role: '社区工作者', path: 'packages/staff/pages/desk/index' },
  { persona: 'chenhao', name: '陈浩', role: '志愿者', path: 'packages/volunteer/pages/hall/index' },
  { persona: 'zhoumin', name: '周敏', role: '4栋微网格长', path: 'pages/chat/index' },
]
