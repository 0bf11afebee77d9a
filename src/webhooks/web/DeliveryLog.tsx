import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { DeliveryLine } from './DeliveryLine.tsx'
import type { Endpoint } from './types.ts'

/** What was sent to an address; looks again by itself while it is open. */
export function DeliveryLog({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation('webhooks')
  const [before, setBefore] = useState<string | null>(null)
  const query = api.useQuery(
    'get',
    '/api/webhooks/{id}/deliveries',
    { params: { path: { id: endpoint.id }, query: before === null ? {} : { before } } },
    { refetchInterval: 3000 },
  )
  return (
    <Loaded query={query}>
      {({ deliveries, next }) =>
        deliveries.length === 0 ? (
          <Text c="dimmed">{t('delivery.none')}</Text>
        ) : (
          <>
            <Lines label={t('delivery.title')}>
              {deliveries.map((delivery) => (
                <DeliveryLine key={delivery.id} delivery={delivery} mayReplay={endpoint.enabled} />
              ))}
            </Lines>
            {next !== null && (
              <Group mt="md">
                <Button variant="default" onClick={() => setBefore(next)}>
                  {t('delivery.older')}
                </Button>
              </Group>
            )}
          </>
        )
      }
    </Loaded>
  )
}
