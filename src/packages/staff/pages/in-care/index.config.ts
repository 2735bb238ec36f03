export default definePageConfig({ navigationBarTitleText: '楼里的单' })
