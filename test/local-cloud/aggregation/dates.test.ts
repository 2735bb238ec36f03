import { bench, command } from './_support/pipelines'

const $ = command().aggregate
const { value, refusal } = bench({
  things: [
    {
      _id: 'only',
      at: new Date('2024-03-05T07:08:09.010Z'),
      evening: new Date('2024-12-31T20:30:00Z'),
      text: '2024-03-05T07:08:09.010Z',
      none: null,
      n: 5,
      zone: 'Asia/Shanghai',
    },
  ],
})

/** Days at the ends of years: week (Sundays first), ISO week, ISO year, day of the year, ISO day. */
test.each([
  ['2016-01-01', 0, 53, 2015, 1, 5],
  ['2017-01-01', 1, 52, 2016, 1, 7],
  ['2018-12-31', 52, 1, 2019, 365, 1],
  ['2020-12-31', 52, 53, 2020, 366, 4],
  ['2021-01-03', 1, 53, 2020, 3, 7],
  ['2024-12-29', 52, 52, 2024, 364, 7],
  ['2024-12-30', 52, 1, 2025, 365, 1],
  ['2024-02-29', 8, 9, 2024, 60, 4],
])(
  '$.week, isoWeek, isoWeekYear, dayOfYear, isoDayOfWeek of %s',
  async (day, week, isoWeek, year, ofYear, ofWeek) => {
    const date = new Date(`${day}T12:00:00Z`)
    const parts = {
      week: $.week!(date),
      isoWeek: $.isoWeek!(date),
      isoWeekYear: $.isoWeekYear!(date),
      dayOfYear: $.dayOfYear!(date),
      isoDayOfWeek: $.isoDayOfWeek!(date),
    }
    const found = await value($.let!({ vars: {}, in: parts }))
    expect(found).toEqual({ week, isoWeek, isoWeekYear: year, dayOfYear: ofYear, isoDayOfWeek: ofWeek })
  },
)

test.each([
  ['year', $.year!('$at'), 2024],
  ['month', $.month!('$at'), 3],
  ['dayOfMonth', $.dayOfMonth!('$at'), 5],
  ['hour', $.hour!('$at'), 7],
  ['minute', $.minute!('$at'), 8],
  ['second', $.second!('$at'), 9],
  ['millisecond', $.millisecond!('$at'), 10],
  ['dayOfWeek: Sunday is 1', $.dayOfWeek!(new Date('2024-03-03T00:00:00Z')), 1],
  ['dayOfWeek: Saturday is 7', $.dayOfWeek!(new Date('2024-03-09T00:00:00Z')), 7],
  ['year of null', $.year!('$none'), null],
  ['year of a missing field', $.year!('$nothing'), null],
  ['year of a list of one', $.year!(['$at']), 2024],
  ['year in a time zone', $.year!({ date: '$evening', timezone: 'Asia/Shanghai' }), 2025],
  ['hour by an offset', $.hour!({ date: '$at', timezone: '+08:00' }), 15],
  ['hour by a short offset', $.hour!({ date: '$at', timezone: '-0330' }), 3],
  ['hour by a zone from a field', $.hour!({ date: '$at', timezone: '$zone' }), 15],
  ['hour in winter', $.hour!({ date: '$at', timezone: 'America/New_York' }), 2],
  ['hour in summer', $.hour!({ date: new Date('2024-07-01T12:00:00Z'), timezone: 'America/New_York' }), 8],
  ['dayOfMonth in a null zone', $.dayOfMonth!({ date: '$at', timezone: '$none' }), null],
  ['isoWeek in a time zone', $.isoWeek!({ date: new Date('2024-03-10T20:00:00Z'), timezone: '+08' }), 11],
])('$.%s', async (_name, expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test.each([
  ['no format', {}, '2024-03-05T07:08:09.010Z'],
  ['%Y-%m-%d %H:%M:%S.%L', {}, '2024-03-05 07:08:09.010'],
  ['%j %U %u %w', {}, '065 09 2 3'],
  ['%G-W%V', {}, '2024-W10'],
  ['100%%', {}, '100%'],
  ['%z %Z', {}, '+0000 +0'],
  ['%H:%M %z %Z', { timezone: 'Asia/Shanghai' }, '15:08 +0800 +480'],
  ['%d %H %z', { timezone: '-05:30' }, '05 01 -0530'],
  ['%Y年%m月%d日', { date: '$evening', timezone: '+08:00' }, '2025年01月01日'],
  ['%Y', { date: '$none' }, null],
  ['%Y', { date: '$nothing', onNull: 'never' }, 'never'],
  ['%Y', { timezone: null }, null],
])('$.dateToString: %s with %j', async (format, options, expected) => {
  const form = format === 'no format' ? {} : { format }
  expect(await value($.dateToString!({ date: '$at', ...form, ...options }))).toEqual(expected)
})

test.each([
  ['2017-02-08T12:10:40.787', {}, '2017-02-08T12:10:40.787Z'],
  ['2017-02-08T12:10:40.787Z', {}, '2017-02-08T12:10:40.787Z'],
  ['2017-02-08T12:10:40+08:00', {}, '2017-02-08T04:10:40Z'],
  ['2017-02-08', {}, '2017-02-08T00:00:00Z'],
  ['2017-02-08 12:10', {}, '2017-02-08T12:10:00Z'],
  ['2017/02/08', {}, '2017-02-08T00:00:00Z'],
  ['20170208T121040', {}, '2017-02-08T12:10:40Z'],
  ['2017-02-08T12:10:40', { timezone: 'Asia/Shanghai' }, '2017-02-08T04:10:40Z'],
  ['2017-02-08 12:00', { timezone: 'America/New_York' }, '2017-02-08T17:00:00Z'],
  ['July 4, 2017', {}, '2017-07-04T00:00:00Z'],
  ['06-15-2018', { format: '%m-%d-%Y' }, '2018-06-15T00:00:00Z'],
  ['15/06/2018 23:05', { format: '%d/%m/%Y %H:%M' }, '2018-06-15T23:05:00Z'],
  ['2018-06-15 +0800', { format: '%Y-%m-%d %z' }, '2018-06-14T16:00:00Z'],
  ['2018 W24 5', { format: '%G W%V %u' }, '2018-06-15T00:00:00Z'],
])('$.dateFromString of %s with %j', async (dateString, options, expected) => {
  expect(await value($.dateFromString!({ dateString, ...options }))).toEqual(new Date(expected))
})

test.each([
  ['null', { dateString: '$none' }, null],
  ['null with onNull', { dateString: '$nothing', onNull: 'never' }, 'never'],
  ['nonsense with onError', { dateString: 'nonsense', onError: '$n' }, 5],
  ['a wrong type with onError', { dateString: '$n', onError: null }, null],
])('$.dateFromString of %s', async (_name, operand, expected) => {
  expect(await value($.dateFromString!(operand))).toEqual(expected)
})

test.each([
  [{ year: 2017, month: 2, day: 8, hour: 12 }, '2017-02-08T12:00:00Z'],
  [{ year: 2017 }, '2017-01-01T00:00:00Z'],
  [{ year: 2017, month: 14, day: 0 }, '2018-01-31T00:00:00Z'],
  [{ year: 2017, month: 1, day: 1, minute: -1 }, '2016-12-31T23:59:00Z'],
  [{ year: 2017, month: 2, day: 8, timezone: 'Asia/Shanghai' }, '2017-02-07T16:00:00Z'],
  [{ year: 2024, month: 7, day: 1, hour: 8, timezone: 'America/New_York' }, '2024-07-01T12:00:00Z'],
  [
    { year: 2024, month: 3, day: 10, hour: 2, minute: 30, timezone: 'America/New_York' },
    '2024-03-10T07:30:00Z',
  ],
  [{ year: 2024, month: 11, day: 3, hour: 1, timezone: 'America/New_York' }, '2024-11-03T05:00:00Z'],
  [{ isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3, hour: 12 }, '2017-02-08T12:00:00Z'],
  [{ isoWeekYear: 2020, isoWeek: 53 }, '2020-12-28T00:00:00Z'],
])('$.dateFromParts of %j', async (parts, expected) => {
  expect(await value($.dateFromParts!(parts))).toEqual(new Date(expected))
})

test.each([
  ['dateFromParts with null', $.dateFromParts!({ year: 2017, month: '$none' }), null],
  [
    'dateToParts (as JSON)',
    { $dateToParts: { date: '$at' } },
    { year: 2024, month: 3, day: 5, hour: 7, minute: 8, second: 9, millisecond: 10 },
  ],
  [
    'dateToParts by ISO, in a time zone',
    { $dateToParts: { date: '$evening', iso8601: true, timezone: '+08:00' } },
    { isoWeekYear: 2025, isoWeek: 1, isoDayOfWeek: 3, hour: 4, minute: 30, second: 0, millisecond: 0 },
  ],
  ['dateToParts of null', { $dateToParts: { date: '$none' } }, null],
])('$.%s', async (_name, expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test.each([
  ['year', $.year!('$text'), "can't convert from BSON type string to Date"],
  [
    'year of two',
    $.year!(['$at', '$at']),
    '$year accepts exactly one argument if given an array, but was given 2',
  ],
  ['year, unknown', $.year!({ date: '$at', zone: 'x' }), 'unrecognized option to $year: "zone"'],
  [
    'hour in an unknown zone',
    $.hour!({ date: '$at', timezone: 'Mars/Base' }),
    'unrecognized time zone identifier: "Mars/Base"',
  ],
  [
    'hour in a zone of a wrong type',
    $.hour!({ date: '$at', timezone: 8 }),
    '$hour requires a string for the timezone argument, but was given a int (8)',
  ],
  [
    'dateToString of a text',
    $.dateToString!({ date: '$text', format: '%Y' }),
    "can't convert from BSON type string to Date",
  ],
  [
    'dateToString, a letter',
    $.dateToString!({ date: '$at', format: '%Q' }),
    "Invalid format character '%Q' in format string",
  ],
  [
    'dateToString, a lone %',
    $.dateToString!({ date: '$at', format: '50%' }),
    "Unmatched '%' at end of format string",
  ],
  [
    'dateToString without a date',
    $.dateToString!({ format: '%Y' }),
    "Missing 'date' parameter to $dateToString",
  ],
  ['dateFromString', $.dateFromString!({ dateString: 'nonsense' }), "Error parsing date string 'nonsense'"],
  [
    'dateFromString of a month 13',
    $.dateFromString!({ dateString: '2024-13-01' }),
    "Error parsing date string '2024-13-01'",
  ],
  [
    'dateFromString of a number',
    $.dateFromString!({ dateString: '$n' }),
    "$dateFromString requires that 'dateString' be a string, found: int with value 5",
  ],
  [
    'dateFromString in two zones',
    $.dateFromString!({ dateString: '2024-01-01T00:00:00Z', timezone: '+08' }),
    'you cannot pass in a date/time string with time zone information',
  ],
  [
    'dateFromParts of a text',
    $.dateFromParts!({ year: '$text' }),
    "'year' must evaluate to an integer, found string",
  ],
  [
    'dateFromParts of both kinds',
    $.dateFromParts!({ year: 2017, isoWeek: 1 }),
    '$dateFromParts does not allow mixing natural dates with ISO dates',
  ],
  [
    'dateFromParts without a year',
    $.dateFromParts!({ month: 1 }),
    "$dateFromParts requires either 'year' or 'isoWeekYear' to be present",
  ],
  [
    'dateFromParts of the year 10000',
    $.dateFromParts!({ year: 10000 }),
    "'year' must evaluate to an integer in the range 0 to 9999",
  ],
  [
    'dateTrunc (MongoDB 5.0)',
    { $dateTrunc: { date: '$at', unit: 'day' } },
    "Unrecognized expression '$dateTrunc'",
  ],
])('$.%s is refused', async (_name, expression, message) => {
  expect(await refusal(expression)).toContain(message)
})
