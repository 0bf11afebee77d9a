import { Alert, Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { request, api } from '../../platform/web/request/client.ts'
import { useCaseAct } from './collisions/useCaseAct.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'

const nothing = () => undefined

/** A device was without signal and claims an earlier day; it counts once somebody above accepts it (rule 2.3). */
export function RegistrationDayMark({ customerId }: { customerId: string }) {
  const { t } = useTranslation('collisions')
  const { day } = useFormats()
  const params = { path: { id: customerId } }
  const { data } = api.useQuery('get', '/api/customers/{id}/registration', { params })
  const { act, busy, problem } = useCaseAct(nothing)
  if (data === undefined || data.claimedOn === null || data.accepted !== null) return null
  const decide = (accept: boolean) =>
    void act(async () => {
      const { error } = await request.POST('/api/customers/{id}/registration', { params, body: { accept } })
      return { error }
    })
  return (
    <Alert variant="default" title={t('day.title')} mb="md">
      <Text size="sm">{t('day.text', { claimed: day(data.claimedOn), received: day(data.receivedOn) })}</Text>
      {data.mayDecide && (
        <Group gap="xs" mt="xs">
          <Button size="xs" variant="light" loading={busy} onClick={() => decide(true)}>
            {t('day.accept', { day: day(data.claimedOn) })}
          </Button>
          <Button size="xs" variant="default" disabled={busy} onClick={() => decide(false)}>
            {t('day.decline', { day: day(data.receivedOn) })}
          </Button>
        </Group>
      )}
      <FormProblem error={problem} />
    </Alert>
  )
}
