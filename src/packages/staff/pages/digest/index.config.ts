export default definePageConfig({ navigationBarTitleText: '今早一览' })
