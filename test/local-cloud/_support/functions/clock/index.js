exports.main = async () => ({
  now: Date.now(),
  date: new Date().getTime(),
  isDate: new Date() instanceof Date,
  year: new Date(0).getUTCFullYear(),
})
