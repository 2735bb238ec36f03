// Only what the app uses: NutUI's index loads every component there is.
export { default as Popup } from '@nutui/nutui-react-taro/dist/cjs/packages/popup/index.js'
