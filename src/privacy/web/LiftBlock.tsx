import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'

type Props = { hash: string; done: () => Promise<unknown> }

/** Takes somebody off the list, with the reason: it changes who may be entered again. */
export function LiftBlock({ hash, done }: Props) {
  const { t } = useTranslation(['privacy', 'shell'])
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const lift = api.useMutation('post', '/api/privacy/blocked/lift', {
    onSuccess: async () => {
      setOpen(false)
      say(t('block.lifted'))
      await done()
    },
  })
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        style={{ alignSelf: 'start', flexShrink: 0 }}
        onClick={() => setOpen(true)}
      >
        {t('block.lift')}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('block.liftTitle')}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            lift.mutate({ body: { hash, reason: reason.trim() } })
          }}
        >
          <Stack>
            <Text size="sm">{t('block.liftText')}</Text>
            <TextInput
              label={t('block.why')}
              description={t('block.whyText')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={500}
              data-autofocus
            />
            <FormProblem error={lift.error} of="privacy" />
            <Group>
              <Button type="submit" disabled={reason.trim() === ''} loading={lift.isPending}>
                {t('block.liftButton')}
              </Button>
              <Button variant="default" onClick={() => setOpen(false)}>
                {t('cancel')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
