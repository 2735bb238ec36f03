/**
 * Where the counts of a desk stop: so many stand for "more than fifty". What is counted is read, and a number must not
 * cost more the longer a desk lies untouched; how many there are in all is among the numbers of a period.
 */
export const mostCounted = 51
