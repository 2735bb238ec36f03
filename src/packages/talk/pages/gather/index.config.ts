export default definePageConfig({ navigationBarTitleText: '归成议题' })
