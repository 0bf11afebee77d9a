import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { PromiseForm } from './PromiseForm.tsx'
import { PromiseLine } from './PromiseLine.tsx'

type Props = { customerId: string; visitId?: string }

/** What we promised a customer: open ones first, the others when asked for. */
export function PromisesPanel({ customerId, visitId }: Props) {
  const { t } = useTranslation('visits')
  const [making, setMaking] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const query = api.useQuery('get', '/api/customers/{id}/promises', {
    params: { path: { id: customerId } },
  })
  const add = query.data?.mayMake === true && (
    <Button
      size="compact-sm"
      variant="subtle"
      flex="none"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setMaking(true)}
    >
      {t('promises.add')}
    </Button>
  )
  return (
    <Panel title={t('promises.title')} action={add}>
      <Loaded query={query}>
        {({ promises }) => {
          const open = promises.filter(({ state }) => state === 'open' || state === 'overdue')
          const shown = showsAll ? promises : open
          const hidden = promises.length - shown.length
          return (
            <>
              {open.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t('promises.none')}
                </Text>
              )}
              {shown.length > 0 && (
                <Lines label={t('promises.title')}>
                  {shown.map((promise) => (
                    <PromiseLine key={promise.id} promise={promise} />
                  ))}
                </Lines>
              )}
              {hidden > 0 && (
                <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
                  {t('promises.showClosed', { count: hidden })}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
      {making && (
        <PromiseForm
          customerId={customerId}
          {...(visitId === undefined ? {} : { visitId })}
          onClose={() => setMaking(false)}
        />
      )}
    </Panel>
  )
}
