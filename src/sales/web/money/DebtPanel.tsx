import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../people/web/useMe.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import { TextLink } from '../../../platform/web/ui/links.tsx'
import { PaymentForm } from './PaymentForm.tsx'
import { Receipt } from './Receipt.tsx'
import type { CustomerAccount, Payment } from './types.ts'
import classes from './money.module.css'

type Props = { customer: { id: string; name: string }; to: (customerId: string) => string }

/** What the customer owes, what of it is late, its limit, and the one action: taking a payment. */
export function DebtPanel({ customer, to }: Props) {
  const { t } = useTranslation('money')
  const may = useMay()
  const query = api.useQuery('get', '/api/receivables/accounts/{id}', {
    params: { path: { id: customer.id }, query: {} },
  })
  const [doing, setDoing] = useState<'pay' | Payment | null>(null)
  const mayPay = may('money.collect') || may('money.record')
  const largest = query.data?.balances.toSorted((a, b) => b.open - a.open)[0]
  return (
    <Panel title={t('panel.title')}>
      <Loaded query={query}>{(account) => <Owes account={account} />}</Loaded>
      <Group mt="sm">
        {mayPay && (
          <Button variant="light" size="sm" onClick={() => setDoing('pay')}>
            {t('payment.take')}
          </Button>
        )}
        <TextLink to={to(customer.id)}>{t('panel.account')}</TextLink>
      </Group>
      {doing === 'pay' && (
        <PaymentForm
          customer={customer}
          begin={
            largest !== undefined && largest.open > 0
              ? { currency: largest.currency, minor: largest.open }
              : undefined
          }
          onClose={() => setDoing(null)}
          onDone={setDoing}
        />
      )}
      {doing !== null && doing !== 'pay' && <Receipt payment={doing} onClose={() => setDoing(null)} />}
    </Panel>
  )
}

function Owes({ account }: { account: CustomerAccount }) {
  const { t } = useTranslation('money')
  const { money, list } = useFormats()
  const { balances, limit, beyondMinor, without } = account
  const owed = balances.filter(({ open }) => open !== 0)
  return (
    <Stack gap={4}>
      {owed.length === 0 && <Text size="sm">{t('owesNothing')}</Text>}
      {owed.map(({ currency, open, notDue }) => (
        <Text key={currency}>
          {t('panel.owes', { amount: money(open, currency) })}{' '}
          {open - notDue > 0 && (
            <span className={classes['late']}>
              {t('panel.late', { amount: money(open - notDue, currency) })}
            </span>
          )}
        </Text>
      ))}
      {balances
        .filter(({ unused }) => unused > 0)
        .map(({ currency, unused }) => (
          <Text key={currency} size="sm" c="dimmed">
            {t('payments.left', { amount: money(unused, currency) })}
          </Text>
        ))}
      {limit !== null && (
        <Text size="sm" c="dimmed">
          {beyondMinor === null
            ? t('limit.unknown', { limit: money(limit.minor, limit.currency), currencies: list(without) })
            : t(beyondMinor > 0 ? 'limit.over' : 'limit.within', {
                limit: money(limit.minor, limit.currency),
                amount: money(Math.abs(beyondMinor), limit.currency),
              })}
        </Text>
      )}
    </Stack>
  )
}
