// That the reverse proxy does not say that people come by https, or is not believed, and how to mend it.
import type { SettingsView } from '#contract/settings'
import { words } from '#text/settings'
import { Notice } from '../../../ui/notice/notice.tsx'

const { proxy } = words

export function ProxyNotice({ fault }: { fault: SettingsView['proxyFault'] }) {
  if (fault === null) return null
  return (
    <Notice kind="warning" title={proxy.title}>
      <p>{proxy.harm}</p>
      <p>{fault.kind === 'not-told' ? proxy.notTold(fault.peer) : proxy.notBelieved(fault.peer)}</p>
    </Notice>
  )
}
