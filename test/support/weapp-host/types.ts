/** What tests hand to the host in place of `wx.cloud`: normally a client of the local cloud, signed in as a persona. */
export interface WxCloudLike {
  init(options?: unknown): void
  callFunction(request: { name: string; data?: unknown }): Promise<{ result?: unknown; errMsg?: string }>
  database(options?: unknown): object
  uploadFile(request: { cloudPath: string; filePath: string }): Promise<{ fileID: string }>
  getTempFileURL?(request: { fileList: unknown[] }): Promise<{ fileList: unknown[] }>
  downloadFile?(request: { fileID: string }): Promise<{ tempFilePath: string }>
  deleteFile?(request: { fileList: string[] }): Promise<{ fileList: unknown[] }>
}

/** A photo or film that `wx.chooseMedia` returns; `path` reaches `uploadFile` unchanged, so it may be a real file. */
export interface MediaFile {
  path: string
  size?: number
  type?: 'image' | 'video'
}

/** What the person in front of the screen does when WeChat asks; a test may change it at any time. */
export interface Answers {
  /** `wx.showModal`; an object types text into an `editable` modal and confirms. */
  modal: 'confirm' | 'cancel' | { content: string }
  /** `wx.showActionSheet`: the index or the words of an entry. */
  actionSheet: number | string | 'cancel'
  /** `wx.scanCode`: what the code says; a page's path (`pages/join/index?scene=X`) is a mini program code; null cancels. */
  scan: string | null
  /** `wx.chooseMedia` and `wx.chooseImage`; an empty list cancels. */
  media: MediaFile[]
  /** `wx.requestSubscribeMessage`, for all templates or by template id. */
  subscribe: 'accept' | 'reject' | Record<string, 'accept' | 'reject' | 'ban'>
  /** Button with open-type getPhoneNumber: the code, or null when the person refuses. */
  phoneCode: string | null
  /** Button with open-type chooseAvatar: the temporary path, or null when the person closes the sheet. */
  avatarUrl: string | null
  /** `wx.login`: the code. */
  loginCode: string
  /** WeChat's own privacy popup; an app that listens with `wx.onNeedPrivacyAuthorization` shows its own instead. */
  privacy: 'agree' | 'refuse'
}

/** How the mini program is entered. */
export interface Launch {
  path?: string
  query?: Record<string, string>
  scene?: number
}

/** Options of `openWeappHost`. */
export interface WeappHostOptions {
  /** Folder of the compiled build, e.g. `dist/weapp`. */
  dist: string
  wxCloud: WxCloudLike
  /** Survives a host, so that a second host sees what the first stored; JSON texts by key. */
  storage?: Map<string, string>
  launch?: Launch
  media?: MediaFile[]
  scan?: string
  modal?: 'confirm' | 'cancel'
  /** Everything else that WeChat might ask. */
  answers?: Partial<Answers>
  /** Whether the person agreed to the privacy terms on an earlier visit; true unless told. */
  privacyAgreed?: boolean
  /** `fontSizeSetting` of the phone, in px; 16 by default. */
  fontSizeSetting?: number
}

/** How a test points at something on the screen. */
export type Target =
  | Element
  | (TargetQuery & {
      /** Looks only inside this. */
      within?: Target
      /** Which one, counted from 0, if several match; -1 is the last. */
      index?: number
    })

/**
 * - `text`: the innermost visible element with these words (all of its text first, then part of it).
 * - `label`: the control with this `aria-label`, in a `<label>` with these words, or beside these words.
 * - `placeholder`: the input or textarea that shows it while empty.
 * - `testId`: the element's `id` in WXML (`id` in React; Taro doesn't send `data-*` to WeChat).
 */
export type TargetQuery =
  | { text: string | RegExp }
  | { label: string | RegExp }
  | { placeholder: string | RegExp }
  | { testId: string }

/** Costs of the traffic from logic to view. */
export interface SetDataStats {
  count: number
  largestBytes: number
  totalBytes: number
}

export interface ToastRecord {
  title: string
  icon: string
}

export interface ModalRecord {
  title: string
  content: string
  confirmText: string
  cancelText: string
  answer: 'confirm' | 'cancel'
}

export interface TabBarEntry {
  text: string
  pagePath: string
  badge?: string
  selected: boolean
}

/** Something the app did outside its pages: a call, a share, a preview. */
export interface DeviceAction {
  api: string
  detail: Record<string, unknown>
}

export type PlainObject = Record<string, unknown>

/** True for object literals of any realm. */
export function isPlainObject(value: unknown): value is PlainObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const proto: unknown = Object.getPrototypeOf(value)
  // Every realm has its own Object.prototype: it is the one prototype without a prototype.
  return proto === null || Object.getPrototypeOf(proto) === null
}
