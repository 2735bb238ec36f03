console.log('loaded')
exports.main = async () => {
  console.log('going to sleep')
  await new Promise((resolve) => setTimeout(resolve, 60_000))
}
