/** Packages that come without types; only what we use of them. */
declare module 'pngjs' {
  interface Picture {
    /** Red, green, blue and opacity of each pixel, row by row. */
    data: Uint8Array
    width: number
    height: number
  }
  export const PNG: {
    sync: {
      read(file: Uint8Array): Picture
      write(picture: Picture, options: { filterType: number }): Buffer
    }
  }
}
declare module 'qrcode-terminal' {
  export function generate(text: string, options: { small?: boolean }, callback: (code: string) => void): void
}
declare module '@nutui/nutui-react-taro/dist/cjs/packages/popup/index.js' {
  export { Popup as default } from '@nutui/nutui-react-taro'
}
