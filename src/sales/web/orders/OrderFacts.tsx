import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { TextLink } from '../../../platform/web/ui/links.tsx'
import classes from './orders.module.css'
import type { Order } from './useOrderWords.ts'

type Props = { order: Order; to: (id: string) => string }

/** Who took it and whose customer it was that day are two facts (rule 5.1). */
export function OrderFacts({ order, to }: Props) {
  const { t } = useTranslation('sales')
  const { day } = useFormats()
  const owned = api.useQuery('get', '/api/ownership/owner', {
    params: { query: { customer: order.customer.id, on: order.orderedOn } },
  }).data
  const owner =
    owned === undefined
      ? null
      : owned.owner === null
        ? t('notRegistered')
        : (owned.owner.person?.name ?? t('inPool'))
  const facts = [
    { label: t('takenBy'), value: order.person?.name ?? t('nobodyKnown') },
    { label: t('ownerThen', { day: day(order.orderedOn) }), value: owner },
    { label: t('wantedOn'), value: order.requiredOn === null ? null : day(order.requiredOn) },
    { label: t('source'), value: order.source },
    { label: t('shipTo'), value: [order.shipName, order.shipCity].filter(Boolean).join(', ') },
    { label: t('reason'), value: order.reason },
    { label: t('note'), value: order.note },
  ].filter(({ value }) => value !== null && value !== '')
  return (
    <Panel title={t('factsTitle')}>
      <dl className={classes['facts']}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {order.of !== null && (
        <Text size="sm" mt="xs">
          {order.of.id === null ? (
            t('ofOrder', { code: order.of.code })
          ) : (
            <TextLink to={to(order.of.id)}>{t('ofOrder', { code: order.of.code })}</TextLink>
          )}
        </Text>
      )}
    </Panel>
  )
}
