import { Badge, Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { deviceOf } from '../device.ts'
import { useSecurityChanged } from './useSecurity.ts'

type Session = components['schemas']['Session']

/** Where I am signed in; each can be ended, and all others at once. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTranslation('account')
  const changed = useSecurityChanged()
  const after = async () => {
    await changed()
    say(t('sessions.ended'))
  }
  const end = api.useMutation('delete', '/api/me/security/sessions/{id}', {
    onSuccess: after,
    onError: sayProblem,
  })
  const endOthers = api.useMutation('delete', '/api/me/security/sessions', {
    onSuccess: after,
    onError: sayProblem,
  })
  return (
    <>
      <Lines label={t('sessions.title')}>
        {sessions.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            busy={end.isPending}
            end={() => end.mutate({ params: { path: { id: session.id } } })}
          />
        ))}
      </Lines>
      {sessions.length > 1 && (
        <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
          {t('sessions.endOthers')}
        </Button>
      )}
    </>
  )
}

type LineProps = { session: Session; busy: boolean; end: () => void }

function SessionLine({ session, busy, end }: LineProps) {
  const { t } = useTranslation('account')
  const { ago, instant } = useFormats()
  const { browser, system } = deviceOf(session.userAgent)
  const mobile = system === 'iPhone' || system === 'Android' || system === 'iPad' || system === 'HarmonyOS'
  const name = [browser, system].filter((word) => word !== null).join(' · ')
  const since = t('sessions.since', { when: instant(session.since) })
  return (
    <Line
      mark={
        mobile ? <IconDeviceMobile size={20} stroke={1.6} /> : <IconDeviceDesktop size={20} stroke={1.6} />
      }
      title={name === '' ? t('sessions.unknown') : name}
      detail={[since, session.current ? null : ago(session.lastSeen), session.address]
        .filter((word) => word !== null && word !== '')
        .join(' · ')}
      action={
        session.current ? (
          <Badge variant="light" tt="none">
            {t('sessions.current')}
          </Badge>
        ) : (
          <Button
            variant="default"
            size="xs"
            disabled={busy}
            aria-label={t('sessions.endOne', { name })}
            onClick={end}
          >
            {t('sessions.end')}
          </Button>
        )
      }
    />
  )
}
