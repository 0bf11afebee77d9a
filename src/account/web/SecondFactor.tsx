import { Badge, Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useState } from 'react'
import { AskPassword } from './AskPassword.tsx'
import { BackupCodes } from './BackupCodes.tsx'
import { EnrolApp } from './EnrolApp.tsx'
import { useSecondFactor } from './useSecondFactor.ts'

type Open = 'on' | 'codes' | 'off' | null

/** The second factor: on, off, and new backup codes; each asks the password first. */
export function SecondFactor({ on }: { on: boolean }) {
  const { t } = useTranslation(['account', 'shell'])
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Group gap="sm">
        <Badge variant="light" color={on ? 'teal' : 'gray'} tt="none">
          {t(on ? 'factor.isOn' : 'factor.isOff')}
        </Badge>
        <Text size="sm" c="dimmed">
          {t(on ? 'factor.onText' : 'factor.offText')}
        </Text>
      </Group>
      <Group>
        {on ? (
          <>
            <Button variant="default" onClick={() => setOpen('codes')}>
              {t('factor.newCodes')}
            </Button>
            <Button variant="default" onClick={() => setOpen('off')}>
              {t('factor.switchOff')}
            </Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setOpen('on')}>
            {t('factor.switchOn')}
          </Button>
        )}
      </Group>
      <Modal
        opened={open !== null}
        onClose={close}
        title={t(
          open === 'off' ? 'factor.switchOff' : open === 'codes' ? 'factor.newCodes' : 'factor.switchOn',
        )}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        {open === 'on' && <SwitchOn close={close} />}
        {open === 'codes' && <NewCodes />}
        {open === 'off' && <SwitchOff close={close} />}
      </Modal>
    </>
  )
}

function SwitchOn({ close }: { close: () => void }) {
  const { begin } = useSecondFactor(close)
  return begin.data === undefined ? (
    <AskPassword
      error={begin.error}
      busy={begin.isPending}
      give={(password) => begin.mutate({ body: { password } })}
    />
  ) : (
    <EnrolApp offer={begin.data} close={close} />
  )
}

function NewCodes() {
  const { renew } = useSecondFactor(() => undefined)
  return renew.data === undefined ? (
    <AskPassword
      error={renew.error}
      busy={renew.isPending}
      give={(password) => renew.mutate({ body: { password } })}
    />
  ) : (
    <BackupCodes codes={renew.data.backupCodes} />
  )
}

function SwitchOff({ close }: { close: () => void }) {
  const { end } = useSecondFactor(close)
  return (
    <AskPassword
      error={end.error}
      busy={end.isPending}
      give={(password) => end.mutate({ body: { password } })}
    />
  )
}
