export default definePageConfig({ navigationBarTitleText: '小区地图' })
