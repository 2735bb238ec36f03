/** Stands in the WeChat build for what no phone asks for. */
module.exports = {}
