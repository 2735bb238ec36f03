export default definePageConfig({ navigationBarTitleText: '举报和申诉' })
