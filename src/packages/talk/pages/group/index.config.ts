export default definePageConfig({ navigationBarTitleText: '群信息' })
