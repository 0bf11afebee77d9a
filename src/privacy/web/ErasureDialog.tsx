import { Alert, Button, Checkbox, Group, List, Modal, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import type { Chosen } from './FoundOf.tsx'
import type { ErasurePlan } from './types.ts'

type Props = { requestId: string; chosen: Chosen; plan: ErasurePlan; close: () => void; done: () => void }

/** What goes, what stays and why, before it is done for good. */
export function ErasureDialog({ requestId, chosen, plan, close, done }: Props) {
  const { t } = useTranslation('privacy')
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  async function erase() {
    setBusy(true)
    const params = { path: { id: requestId } }
    const { error } = await request.POST('/api/privacy/requests/{id}/erasure', { params, body: chosen })
    setBusy(false)
    if (error !== undefined) return setProblem(error)
    done()
  }
  return (
    <Modal
      opened
      onClose={close}
      title={t('erasure.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Stack gap="md">
        <div>
          <Title order={3} size="h5">
            {t('erasure.goes')}
          </Title>
          <List size="sm">
            {Object.entries(plan.goes).map(([what, count]) => (
              <List.Item key={what}>{t(`goes.${what}`, { count })}</List.Item>
            ))}
          </List>
        </div>
        <div>
          <Title order={3} size="h5">
            {t('erasure.stays')}
          </Title>
          <List size="sm">
            {plan.stays.map(({ what, count }) => (
              <List.Item key={what}>{t(`stays.${what}`, { count })}</List.Item>
            ))}
          </List>
        </div>
        {plan.blocked.length > 0 && (
          <Text size="sm">
            {t('erasure.blocked', { values: plan.blocked.map((one) => one.value).join(', ') })}
          </Text>
        )}
        <Alert color="red" variant="light">
          {t('erasure.forGood')}
        </Alert>
        <Checkbox
          label={t('erasure.sure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        <FormProblem error={problem} />
        <Group>
          <Button color="red" disabled={!sure} loading={busy} onClick={() => void erase()}>
            {t('erasure.button')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
