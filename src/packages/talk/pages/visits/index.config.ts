export default definePageConfig({ navigationBarTitleText: '上门看看' })
