export default definePageConfig({ navigationBarTitleText: '这位邻居' })
