export default definePageConfig({ navigationBarTitleText: '点一单' })
