/**
 * Taro's templates for WeChat leave out `aria-label` and `aria-role`, so screen readers would get nothing.
 * This adds them where we use them. What the attributes mean:
 * https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html
 */
const path = require('node:path')
const { ariaComponents } = require('./aria-components')

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, ariaComponents)
      const runtime = path.resolve(__dirname, 'aria-runtime.mjs')
      platform.runtimePath = [].concat(platform.runtimePath ?? [], runtime)
    },
  })
}
