export default definePageConfig({ navigationBarTitleText: '谁在担任' })
