import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { Panel } from '../../platform/web/ui/Panel.tsx'
import { ComplaintLine } from './ComplaintLine.tsx'
import { RaiseForm } from './RaiseForm.tsx'

type Props = { customer: { id: string; name: string; status: string } }

/** What a customer complains of: open ones first, resolved ones when asked for. */
export function ComplaintsPanel({ customer }: Props) {
  const { t } = useTranslation('service')
  const [showsAll, setShowsAll] = useState(false)
  const [raising, setRaising] = useState(false)
  const query = api.useQuery('get', '/api/complaints', {
    params: { query: { customerId: customer.id, state: 'all', size: 100 } },
  })
  const mayRaise = query.data?.mayRaise === true && customer.status !== 'erased'
  return (
    <Panel
      title={t('title')}
      action={
        mayRaise && (
          <Button
            size="compact-sm"
            variant="subtle"
            flex="none"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setRaising(true)}
          >
            {t('raise.open')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {({ complaints, counts }) => {
          const shown = showsAll ? complaints : complaints.filter(({ state }) => state !== 'resolved')
          const hidden = complaints.length - shown.length
          return (
            <>
              {counts.open === 0 && (
                <Text size="sm" c="dimmed">
                  {t(complaints.length === 0 ? 'none.ever' : 'none.open')}
                </Text>
              )}
              {shown.length > 0 && (
                <Lines label={t('title')}>
                  {shown.map((one) => (
                    <ComplaintLine key={one.id} complaint={one} />
                  ))}
                </Lines>
              )}
              {hidden > 0 && (
                <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
                  {t('showResolved', { count: hidden })}
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
      {raising && <RaiseForm customer={customer} onClose={() => setRaising(false)} />}
    </Panel>
  )
}
