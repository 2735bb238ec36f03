export default definePageConfig({ navigationBarTitleText: '请一位来担任' })
