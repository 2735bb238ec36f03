import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { aria } from '@/components/aria'
import { columnNames, importSample, importWords as words } from '@/copy/place'
import { importColumns } from '@/domain/place/contract'
import type { AreaPath } from '@/domain/shared/area'
import { SessionGate } from '@/features/session/session-gate'
import { isFromChat } from '@/platform/choose-file'
import { saveText } from '@/platform/save-text'
import { toast } from '@/platform/toast'
import { paramText } from '@/routes'
import { RightList, Table, WrongList } from './_components/preview-card'
import { Progress } from './_components/progress'
import { useImport, type ImportState } from './_components/use-import'
import styles from './index.module.scss'

const needed = ['building', 'room'] as const

async function saveSample(): Promise<void> {
  const text = `\ufeff${importSample.map((row) => row.join(',')).join('\r\n')}\r\n`
  if (await saveText(words.sampleName, text)) toast(words.sampleSaved)
}

const Columns = ({ names }: { names: readonly string[] }) => (
  <View className={styles.columns}>
    {names.map((name) => (
      <View key={name} className={styles.column}>
        {name}
      </View>
    ))}
  </View>
)

function Start() {
  const optional = importColumns.filter((column) => !needed.some((one) => one === column))
  return (
    <View>
      <Card>
        <View>{words.lead}</View>
        <View className={styles.heading}>{words.columns}</View>
        <View className={styles.note}>{words.needed}</View>
        <Columns names={needed.map((column) => columnNames[column])} />
        <View className={styles.note}>{words.optional}</View>
        <Columns names={optional.map((column) => columnNames[column])} />
        <View className={styles.note}>{words.many}</View>
      </Card>
      <Table rows={importSample} />
      <View className={styles.gap} />
      <QuietButton onClick={() => void saveSample()}>{words.sample}</QuietButton>
      {isFromChat && <View className={styles.note}>{words.fromChat}</View>}
    </View>
  )
}

function Waiting({ sentence }: { sentence: string }) {
  return (
    <View>
      <View className={styles.title} {...aria('status')}>
        {sentence}
      </View>
      <View className={styles.gap} />
      <Skeleton count={3} />
    </View>
  )
}

function Body({ state }: { state: ImportState }) {
  if (state.step === 'start') return <Start />
  if (state.step === 'uploading') return <Waiting sentence={words.uploading} />
  if (state.step === 'reading') return <Waiting sentence={words.reading} />
  if (state.step === 'running') return <Progress state={state} />
  if (state.step === 'done') {
    return <EmptyState art="door" words={`${words.done}。${words.doneHint(state.import.total)}`} />
  }
  return state.preview.import ? <RightList preview={state.preview} /> : <WrongList preview={state.preview} />
}

interface NextProps {
  state: ImportState
  onChoose: () => void
  onPut: (found: Extract<ImportState, { step: 'done' }>['import']) => void
}

/** The one thing to do next. */
function Next({ state, onChoose, onPut }: NextProps) {
  if (state.step === 'start') return <PrimaryButton onClick={onChoose}>{words.choose}</PrimaryButton>
  if (state.step === 'done') {
    return <PrimaryButton onClick={() => void Taro.navigateBack()}>{words.see}</PrimaryButton>
  }
  if (state.step === 'running' && state.isStopped) {
    return <PrimaryButton onClick={() => onPut(state.import)}>{words.continue}</PrimaryButton>
  }
  if (state.step !== 'preview') return null
  const found = state.preview.import
  if (!found) return <PrimaryButton onClick={onChoose}>{words.chooseAgain}</PrimaryButton>
  return <PrimaryButton onClick={() => onPut(found)}>{words.put}</PrimaryButton>
}

function Import({ estatePath }: { estatePath: AreaPath }) {
  const { state, choose, put, leave } = useImport(estatePath)
  // What is under way is finished by the clock.
  useEffect(() => leave, []) // eslint-disable-line react-hooks/exhaustive-deps
  return (
    <Screen action={<Next state={state} onChoose={() => void choose()} onPut={(found) => void put(found)} />}>
      <Body state={state} />
    </Screen>
  )
}

/** 导入名单: choose, look, say go, watch it being put in place. */
export default function ImportPage() {
  const estatePath = paramText(useRouter().params.estate)
  return (
    <SessionGate>
      <Import estatePath={estatePath} />
    </SessionGate>
  )
}
