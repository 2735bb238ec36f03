/** Words of the components that know no role. */
export const common = {
  appName: '家门口',
  offline: '网络断开，已为您存好',
  retry: '再试一次',
  more: '再看一些',
  loading: '正在打开',
  end: '都在这里了',
  close: '关上',
  back: '再想想',
  confirm: '确定',
  addPhoto: '加照片',
  removePhoto: '拿掉这张',
  viewPhoto: '看照片',
  uploading: '正在上传',
  photoLost: '照片没传上去，请再试一次',
  photoUnreadable: '有照片打不开，换一张试试',
  required: '请写一写',
  previous: '上一步',
  next: '下一步',
  late: '晚了',
  cannotOpen: '文件打不开，请再试一次',
} as const

export const avatarWords = {
  change: '换头像',
  add: '选头像',
  lost: '头像没传上，先不用管，以后可以再换',
} as const
