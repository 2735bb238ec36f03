const MEGABYTE = 1024 * 1024

/** Bytes of BSON that a document may have (source: the MongoDB manual, "MongoDB Limits and Thresholds"). */
export const MOST_DOCUMENT_BYTES = 16 * MEGABYTE

/** Levels of objects and arrays that a document may have (source: the same page). */
export const MOST_LEVELS = 100

/**
 * Bytes that the database may answer a function with (source: the WeChat docs, "Resource Quota": database traffic,
 * 16 MB in each packet output).
 */
export const MOST_ANSWER_BYTES = 16 * MEGABYTE
