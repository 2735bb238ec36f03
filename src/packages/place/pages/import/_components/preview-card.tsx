import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { importErrorWords, importWords as words } from '@/copy/place'
import type { Preview } from './use-import'
import styles from '../index.module.scss'

const countNames = Object.keys(words.counts) as (keyof typeof words.counts)[]

/** What stands in the way, cell by cell. */
export function WrongList({ preview }: { preview: Preview }) {
  const { errors, errorCount } = preview
  return (
    <View>
      <View className={styles.title}>{words.wrong(errorCount)}</View>
      <View className={styles.soft}>{words.wrongHint}</View>
      <View className={styles.gap} />
      <Card isFlush>
        {errors.map((error) => (
          <View key={`${error.row}-${error.column}-${error.problem}`} className={styles.wrong}>
            {importErrorWords(error)}
          </View>
        ))}
      </Card>
      {errorCount > errors.length && <View className={styles.soft}>{words.wrongMore(errors.length)}</View>}
    </View>
  )
}

/** What the list would change, and how its first rows were understood. */
export function RightList({ preview }: { preview: Preview }) {
  const { counts, ignoredColumns, sample } = preview
  return (
    <View>
      <View className={styles.title}>{words.right(counts.rows)}</View>
      <View className={styles.soft}>{words.rightHint}</View>
      <View className={styles.gap} />
      <Card isFlush>
        {countNames
          .filter((name) => counts[name] > 0)
          .map((name) => (
            <View key={name} className={styles.count}>
              <View className={styles.words}>{words.counts[name]}</View>
              <View className={styles.number}>{counts[name]}</View>
            </View>
          ))}
      </Card>
      {counts.missingHouseholds > 0 && <View className={styles.note}>{words.missingHint}</View>}
      {ignoredColumns.length > 0 && (
        <View className={styles.note}>{words.ignored(ignoredColumns.join('、'))}</View>
      )}
      <View className={styles.heading}>{words.sampleTitle}</View>
      <Table rows={sample} />
    </View>
  )
}

/** A small table that scrolls sideways by itself. */
export function Table({ rows }: { rows: readonly (readonly string[])[] }) {
  return (
    <View className={styles.scroll}>
      <View className={styles.table}>
        {rows.map((row, at) => (
          <View key={`${at}-${row.join()}`} className={at === 0 ? styles.headline : styles.line}>
            {row.map((cell, column) => (
              <View key={`${column}-${cell}`} className={styles.cell}>
                {cell}
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}
