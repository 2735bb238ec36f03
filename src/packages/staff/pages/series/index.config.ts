export default definePageConfig({ navigationBarTitleText: '固定的帮忙' })
