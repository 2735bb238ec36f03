import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { useOpenFile } from '@/components/use-open-file'
import { certificateWords as words } from '@/copy/certificate'
import { CertificateCard } from '@/features/record/certificate-card'
import { IssueForm } from '@/features/record/issue-form'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { open, routes } from '@/routes'
import styles from './index.module.scss'

/** 志愿服务记录证明: to have one made, and those that were. */
export default function CertificatePage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}

function Content() {
  const { account } = useSession()
  const list = usePagedAction('certificate.list', {})
  const opener = useOpenFile()
  if (!account) return null
  return (
    <Screen>
      <IssueForm account={account} />
      <View className={styles.heading}>{words.mine}</View>
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={{ art: 'letterbox', words: words.empty }}
        skeletonCount={1}
        render={(certificate) => <CertificateCard certificate={certificate} opener={opener} />}
      />
      {list.items.length > 0 && <View className={styles.hint}>{words.openHint}</View>}
      <QuietButton onClick={() => open(routes.verifyCertificate())}>{words.toVerify}</QuietButton>
    </Screen>
  )
}
