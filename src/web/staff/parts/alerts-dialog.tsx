// How a newcomer is announced at this browser: each way can be switched off.
import { words as texts } from '#text/staff'
import { useStore } from '../../kit/store.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkbox } from '../../ui/choice/checkbox.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { SpeakerIcon } from '../../ui/icon/equipment.tsx'
import type { SignedIn } from '../signed-in.ts'

const words = texts.alerts

export function AlertsDialog({ signedIn, onClose }: { signedIn: SignedIn; onClose: () => void }) {
  const { preferences, notifications, playChime } = signedIn
  const alerts = useStore(preferences.alerts)
  const permission = useStore(notifications.permission)
  const put = (change: Partial<typeof alerts>) => preferences.alerts.update((now) => ({ ...now, ...change }))
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <Checkbox id="alert-sound" checked={alerts.sound} onChange={(sound) => put({ sound })}>
        {words.sound}
        <span class="staff-under">{words.soundHint}</span>
      </Checkbox>
      <p class="staff-indent">
        <Button kind="quiet" size="small" icon={<SpeakerIcon size={20} />} onPress={playChime}>
          {words.play}
        </Button>
      </p>
      {permission !== 'unsupported' && (
        <>
          <Checkbox
            id="alert-notification"
            checked={alerts.notification}
            onChange={(notification) => put({ notification })}
          >
            {words.notification}
            <span class="staff-under">{words.notificationHint}</span>
          </Checkbox>
          {alerts.notification && permission !== 'granted' && (
            <p class="staff-indent">
              {permission === 'ask' ? (
                <Button kind="secondary" size="small" onPress={() => void notifications.ask()}>
                  {words.allow}
                </Button>
              ) : (
                <span class="small">{words.blocked}</span>
              )}
            </p>
          )}
        </>
      )}
      <Checkbox id="alert-title" checked={alerts.title} onChange={(title) => put({ title })}>
        {words.count}
      </Checkbox>
      <p class="soft small">{words.kept}</p>
    </Dialog>
  )
}
