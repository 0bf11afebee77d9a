import { Button, Collapse, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { AgreeForm } from './AgreeForm.tsx'

type Agreed = components['schemas']['CustomerPriceList']

/** By which prices the customer buys, since when and why, and what was agreed before. */
export function PriceListPanel({ customerId }: { customerId: string }) {
  const { t } = useTranslation('prices')
  const [agreeing, setAgreeing] = useState(false)
  const query = api.useQuery('get', '/api/customers/{id}/price-list', {
    params: { path: { id: customerId } },
  })
  return (
    <Panel
      title={t('panel.title')}
      action={
        query.data?.mayAgree === true && (
          <Button
            variant="subtle"
            size="compact-sm"
            flex="none"
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={() => setAgreeing(true)}
          >
            {t('panel.agree')}
          </Button>
        )
      }
    >
      <Loaded query={query}>{(agreed) => <Held agreed={agreed} />}</Loaded>
      {agreeing && query.data !== undefined && (
        <AgreeForm customerId={customerId} holds={query.data.holds} onClose={() => setAgreeing(false)} />
      )}
    </Panel>
  )
}

function Held({ agreed: { holds, general, history } }: { agreed: Agreed }) {
  const { t } = useTranslation('prices')
  const { day } = useFormats()
  const [open, setOpen] = useState(false)
  const others = history.filter(({ id }) => id !== holds?.id)
  return (
    <Stack gap={4}>
      <Text fw={500}>{holds?.list?.name ?? general?.name ?? t('panel.products')}</Text>
      {holds !== null && <AgreedLine agreed={holds} />}
      {holds?.list == null && (
        <Text size="xs" c="dimmed">
          {general === null ? t('panel.productsText') : t('panel.general')}
        </Text>
      )}
      {holds?.list != null && general !== null && (
        <Text size="xs" c="dimmed">
          {t('panel.behind', { name: general.name })}
        </Text>
      )}
      {others.length > 0 && (
        <>
          <UnstyledButton
            c="var(--mantine-color-anchor)"
            fz="sm"
            mih={28}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t('panel.others', { count: others.length })}
          </UnstyledButton>
          <Collapse expanded={open}>
            {others.map((one) => (
              <div key={one.id}>
                <Text size="sm">
                  {one.list?.name ?? t('panel.generalAgain')} · {t('fromDay', { day: day(one.fromDay) })}
                </Text>
                <AgreedLine agreed={one} />
              </div>
            ))}
          </Collapse>
        </>
      )}
    </Stack>
  )
}

function AgreedLine({ agreed: { fromDay, by, reason } }: { agreed: Agreed['history'][number] }) {
  const { t } = useTranslation('prices')
  const { day } = useFormats()
  const said = { day: day(fromDay), name: by?.name ?? '' }
  return (
    <Text size="xs" c="dimmed">
      {[by === null ? t('fromDay', said) : t('panel.by', said), reason].filter(Boolean).join(' · ')}
    </Text>
  )
}
