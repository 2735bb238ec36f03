import { bench, command } from './_support/pipelines'

const $ = command().aggregate
const { value, refusal } = bench({
  things: [
    { _id: 'only', a: 7, b: -2.5, zero: 0, text: 'x', none: null, at: new Date('2024-01-01T00:00:00Z') },
  ],
})

test.each([
  ['abs of a negative', $.abs!('$b'), 2.5],
  ['abs of a missing field', $.abs!('$nothing'), null],
  ['add of several', $.add!(['$a', '$b', 1]), 5.5],
  ['add to a date, in milliseconds', $.add!(['$at', 1500]), new Date('2024-01-01T00:00:01.500Z')],
  ['add with a date last', $.add!([1000, '$at']), new Date('2024-01-01T00:00:01Z')],
  ['add with null', $.add!(['$a', '$none']), null],
  ['add of nothing', $.add!([]), 0],
  ['ceil', $.ceil!(7.2), 8],
  ['ceil of a negative', $.ceil!('$b'), -2],
  ['divide', $.divide!(['$a', 2]), 3.5],
  ['divide by a missing field', $.divide!(['$a', '$nothing']), null],
  ['exp', $.exp!('$zero'), 1],
  ['floor of a negative', $.floor!('$b'), -3],
  ['ln', $.ln!(1), 0],
  ['log', $.log!([8, 2]), 3],
  ['log of null', $.log!(['$none', 2]), null],
  ['log10', $.log10!(1000), 3],
  ['mod', $.mod!(['$a', 3]), 1],
  ['mod keeps the dividend’s sign', $.mod!([-7, 3]), -1],
  ['mod of fractions', $.mod!([5.5, 2]), 1.5],
  ['multiply', $.multiply!(['$a', '$b', 2]), -35],
  ['multiply with null', $.multiply!(['$a', null]), null],
  ['pow', $.pow!([2, 10]), 1024],
  ['pow with a negative exponent', $.pow!([2, -1]), 0.5],
  ['sqrt', $.sqrt!(25), 5],
  ['sqrt of null', $.sqrt!(null), null],
  ['subtract', $.subtract!(['$a', 10]), -3],
  ['subtract of two dates, in milliseconds', $.subtract!(['$at', new Date('2023-12-31T23:59:59Z')]), 1000],
  ['subtract of milliseconds from a date', $.subtract!(['$at', 1000]), new Date('2023-12-31T23:59:59Z')],
  ['trunc towards zero', $.trunc!('$b'), -2],
  ['sums keep what rounding loses', $.add!([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]), 1],
  ['range', $.range!([0, 5]), [0, 1, 2, 3, 4]],
  ['range with a step', $.range!([0, 10, 4]), [0, 4, 8]],
  ['range downwards', $.range!([3, 0, -1]), [3, 2, 1]],
  ['range in the wrong direction', $.range!([3, 0]), []],
])('$.%s', async (_name, expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test.each([
  ['add', $.add!(['$a', '$text']), '$add only supports numeric or date types, not string'],
  ['add of dates', $.add!(['$at', '$at']), 'only one date allowed in an $add expression'],
  ['add beyond the last day', $.add!(['$at', 1e17]), 'date overflow'],
  ['abs', $.abs!('$text'), '$abs only supports numeric types, not string'],
  ['abs of two', $.abs!([1, 2]), 'Expression $abs takes exactly 1 arguments. 2 were passed in.'],
  ['divide', $.divide!(['$a', '$zero']), "can't $divide by zero"],
  ['divide of a text', $.divide!(['$text', 2]), '$divide only supports numeric types, not string and int'],
  ['ln', $.ln!('$b'), "$ln's argument must be a positive number, but is -2.5"],
  ['log', $.log!([2, 1]), "$log's base must be a positive number not equal to 1, but is 1"],
  ['mod', $.mod!(['$a', 0]), "can't $mod by zero"],
  ['multiply', $.multiply!(['$a', true]), '$multiply only supports numeric types, not bool'],
  ['pow', $.pow!([0, -1]), '$pow cannot take a base of 0 and a negative exponent'],
  ['pow of a text', $.pow!(['$text', 2]), "$pow's base must be numeric, not string"],
  ['sqrt', $.sqrt!(-1), "$sqrt's argument must be greater than or equal to 0"],
  ['subtract', $.subtract!(['$a', '$text']), 'cant $subtract a string from a int'],
  ['subtract from a date', $.subtract!(['$at', '$text']), 'cant $subtract a string from a Date'],
  ['range', $.range!([0, 5, 0]), '$range requires a non-zero step value'],
  ['range of a text', $.range!(['$text', 5]), '$range requires a numeric starting value'],
  ['range of fractions', $.range!([0, 1.5]), 'that can be represented as a 32-bit integer, found value: 1.5'],
])('$.%s is refused', async (_name, expression, message) => {
  expect(await refusal(expression)).toContain(message)
})
