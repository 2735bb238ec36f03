// Runs in the phone untranspiled: ES5 only.
var names = ['View', 'Text', 'Button', 'Image', 'Input', 'Textarea']

/** Which components carry the attributes; the empty string stands for "bound to data, without a default". */
exports.ariaComponents = names.reduce(function (components, name) {
  components[name] = { 'aria-label': '', 'aria-role': '', 'aria-hidden': '' }
  return components
}, {})
