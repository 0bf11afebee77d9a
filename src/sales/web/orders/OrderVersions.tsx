import { Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import type { Order } from './useOrderWords.ts'

type Version = components['schemas']['OrderVersion']

/** What was changed in the order, by whom and when; nothing while it never was. */
export function OrderVersions({ order }: { order: Order }) {
  const { t } = useTranslation('sales')
  const [open, setOpen] = useState(false)
  const query = api.useQuery(
    'get',
    '/api/orders/{id}/versions',
    { params: { path: { id: order.id } } },
    { enabled: open },
  )
  if (order.version === 1) return null
  return (
    <Panel title={t('versionsTitle')}>
      {open ? (
        <Loaded query={query}>
          {({ versions }) =>
            versions.map((version) => <Changed key={version.version} {...{ version, order }} />)
          }
        </Loaded>
      ) : (
        <UnstyledButton c="var(--mantine-color-anchor)" mih={32} onClick={() => setOpen(true)}>
          {t('showVersions', { count: order.version - 1 })}
        </UnstyledButton>
      )}
    </Panel>
  )
}

const amounts = new Set(['freightMinor', 'taxMinor', 'goodsMinor', 'unitPriceMinor', 'totalMinor'])
const days = new Set(['orderedOn', 'requiredOn', 'shippedOn', 'deliveredOn', 'cancelledOn'])

function Changed({ version, order }: { version: Version; order: Order }) {
  const { t } = useTranslation('sales')
  const { instant, money, day } = useFormats()
  const text = (field: string, value: unknown) => {
    if (value === null || value === undefined || value === '') return t('nothing')
    if (amounts.has(field)) return money(Number(value), order.currency)
    return days.has(field) ? day(String(value)) : String(value)
  }
  const sentence = (change: { field: string; from?: unknown; to?: unknown }) =>
    t('changedFrom', {
      field: t(`changed.${change.field}`),
      from: text(change.field, change.from),
      to: text(change.field, change.to),
    })
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('versionBy', { name: version.by?.name ?? version.source, when: instant(version.at) })}
      </Text>
      {version.changes.map((change) => (
        <Text size="xs" key={change.field}>
          {sentence(change)}
        </Text>
      ))}
      {version.lines.map((line) => (
        <Text size="xs" key={line.line}>
          {[
            t(`line.${line.what}`, { product: line.product ?? String(line.line) }),
            ...(line.what === 'changed' ? line.changes.map(sentence) : []),
          ].join(' ')}
        </Text>
      ))}
    </div>
  )
}
