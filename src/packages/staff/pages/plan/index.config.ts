export default definePageConfig({ navigationBarTitleText: '一键排单' })
