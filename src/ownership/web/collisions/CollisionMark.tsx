import { Alert, Group, Text } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { ButtonLink } from '../../../platform/web/ui/links.tsx'

type Props = { customerId: string; to: (id: string) => string }

/** Several people claim this customer and nobody has ruled yet. */
export function CollisionMark({ customerId, to }: Props) {
  const { t } = useTranslation('collisions')
  const { day } = useFormats()
  const params = { params: { path: { id: customerId } } }
  const { data } = api.useQuery('get', '/api/customers/{id}/collisions', params)
  const open = data?.collisions.find(({ stage }) => stage === 'open' || stage === 'appealed')
  if (open === undefined) return null
  return (
    <Alert variant="light" icon={<IconScale size={18} aria-hidden />} title={t('mark.title')} mb="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('mark.text', { day: day(open.openedOn) })}</Text>
        {open.mayOpen && (
          <ButtonLink to={to(open.id)} size="xs" variant="default">
            {t('mark.open')}
          </ButtonLink>
        )}
      </Group>
    </Alert>
  )
}
