/** Words of choosing a day and an hour. */
export const momentChoice = { otherDay: '别的日子', otherTime: '别的钟点' } as const
