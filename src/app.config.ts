const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tabs/${name}.png`,
  selectedIconPath: `assets/tabs/${name}-on.png`,
})

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/orders/index',
    'pages/chat/index',
    'pages/me/index',
    'pages/join/index',
    'pages/order/index',
  ],
  subPackages: [
    // What it takes to ask for help; fetched while home is looked at.
    {
      root: 'packages/ask',
      pages: ['pages/order-new/index', 'pages/guide/index', 'pages/thanks/index', 'pages/thread/index'],
    },
    // From a scanned code on: fetched while it is looked at.
    { root: 'packages/join', pages: ['pages/form/index'] },
    { root: 'packages/volunteer', pages: ['pages/hall/index', 'pages/tasks/index', 'pages/profile/index'] },
    {
      root: 'packages/staff',
      pages: [
        'pages/desk/index',
        'pages/order/index',
        'pages/plan/index',
        'pages/notice/index',
        'pages/invite/index',
        'pages/pending/index',
        'pages/handbook/index',
        'pages/handbook/service',
        'pages/handbook/entry',
        'pages/calls/index',
        'pages/series/index',
        'pages/in-care/index',
        'pages/digest/index',
      ],
    },
    // Who lives and who does what here.
    {
      root: 'packages/people',
      pages: [
        'pages/roles/index',
        'pages/roles/name',
        'pages/residents/index',
        'pages/register/index',
        'pages/person/index',
        'pages/person/merge',
      ],
    },
    // What is mine, beside orders.
    {
      root: 'packages/mine',
      pages: ['pages/help/index', 'pages/directory/index', 'pages/homes/index', 'pages/data/index'],
    },
    // What is said in groups, beside the chat itself: notices, and what those who look after groups have to do.
    {
      root: 'packages/talk',
      pages: [
        'pages/board/index',
        'pages/board/notice',
        'pages/inbox/index',
        'pages/promises/index',
        'pages/visits/index',
        'pages/group/index',
        'pages/message/index',
        'pages/gather/index',
        'pages/topics/index',
        'pages/topic/index',
        'pages/moderation/index',
        'pages/cases/index',
      ],
    },
    // Service on record: certificates, and their check.
    { root: 'packages/record', pages: ['pages/certificate/index', 'pages/verify/index'] },
    // The map of places, kept by staff.
    {
      root: 'packages/place',
      pages: ['pages/map/index', 'pages/building/index', 'pages/import/index'],
    },
    // Apart from the desk, which shouldn't wait for the charts.
    { root: 'packages/numbers', pages: ['pages/numbers/index', 'pages/orders/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/ask'] },
    'pages/join/index': { network: 'all', packages: ['packages/join'] },
    'pages/chat/index': { network: 'all', packages: ['packages/talk'] },
  },
  window: {
    // Said outright, since browsers show no bar (and no way back) otherwise.
    navigationStyle: 'default',
    navigationBarTitleText: '家门口',
    navigationBarBackgroundColor: '#FAF7F2',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF7F2',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#6B665C',
    selectedColor: '#C4342B',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [tab('home', '首页'), tab('orders', '订单'), tab('chat', '楼栋群'), tab('me', '我的')],
  },
  // Taro's type leaves it out.
  ...{ cloud: true },
  lazyCodeLoading: 'requiredComponents',
  style: 'v2',
  __usePrivacyCheck__: true,
})
