export default definePageConfig({ navigationBarTitleText: '谁是谁' })
