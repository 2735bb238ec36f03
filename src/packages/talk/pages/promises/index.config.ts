export default definePageConfig({ navigationBarTitleText: '答应过的事' })
