export default definePageConfig({ navigationBarTitleText: '合成一位' })
