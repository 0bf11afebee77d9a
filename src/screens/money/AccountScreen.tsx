import { Button, Switch } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { Section } from '../../platform/web/ui/Section.tsx'
import { ButtonLink, TextLink } from '../../platform/web/ui/links.tsx'
import { Balances } from '../../sales/web/money/Balances.tsx'
import { InvoiceForm } from '../../sales/web/money/InvoiceForm.tsx'
import { OpenItems } from '../../sales/web/money/OpenItems.tsx'
import { PaymentForm } from '../../sales/web/money/PaymentForm.tsx'
import { PaymentList } from '../../sales/web/money/PaymentList.tsx'
import { ReasonForm, type Reasoned } from '../../sales/web/money/ReasonForm.tsx'
import { Receipt } from '../../sales/web/money/Receipt.tsx'
import type { CustomerAccount, Payment } from '../../sales/web/money/types.ts'
import { customerPath, paths, statementPath } from '../paths.ts'

/** One customer's account: what is open, what came in, and how it stands against the limit. */
export function AccountScreen() {
  const may = useMay()
  return may('money.read') ? <ReadAccount /> : <Forbidden />
}

function ReadAccount() {
  const { customerId } = useParams({ from: '/frame/receivables/$customerId' })
  const [all, setAll] = useState(false)
  const query = api.useQuery(
    'get',
    '/api/receivables/accounts/{id}',
    { params: { path: { id: customerId }, query: all ? { all: 'yes' } : {} } },
    { placeholderData: (before) => before },
  )
  return (
    <Loaded query={query}>{(account) => <AccountPage account={account} all={all} onAll={setAll} />}</Loaded>
  )
}

type Doing = { pay: true } | { invoice: true } | { reasoned: Reasoned } | { receipt: Payment } | null
type Props = { account: CustomerAccount; all: boolean; onAll: (all: boolean) => void }

function AccountPage({ account, all, onAll }: Props) {
  const { t } = useTranslation('money')
  const may = useMay()
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  const { id, name, code } = account.customer
  const customer = { id, name: name ?? '' }
  const largest = account.balances.toSorted((a, b) => b.open - a.open)[0]
  const onReason = (reasoned: Reasoned) => setDoing({ reasoned })
  return (
    <>
      <PageHeader
        title={customer.name}
        subtitle={[code, t('terms', { count: account.paymentDays ?? 0 })].filter(Boolean).join(' · ')}
        crumbs={[{ label: t('title'), to: paths.receivables }]}
        actions={
          <>
            <ButtonLink to={statementPath(id)} variant="default">
              {t('statement.button')}
            </ButtonLink>
            {account.may.record && (
              <Button variant="default" onClick={() => setDoing({ invoice: true })}>
                {t('invoice.button')}
              </Button>
            )}
            {(account.may.record || account.may.collect) && (
              <Button onClick={() => setDoing({ pay: true })}>{t('payment.take')}</Button>
            )}
          </>
        }
      />
      <Section
        title={t('balance')}
        text={may('customers.read') && <TextLink to={customerPath(id)}>{t('toCustomer')}</TextLink>}
      >
        <Balances account={account} />
      </Section>
      <Section
        title={t('items.title')}
        text={
          <Switch
            label={t('items.all')}
            checked={all}
            onChange={(event) => onAll(event.currentTarget.checked)}
          />
        }
      >
        <OpenItems account={account} onReason={onReason} />
      </Section>
      <Section title={t('payments.title')} text={t('payments.text')}>
        <PaymentList account={account} onReason={onReason} onReceipt={(receipt) => setDoing({ receipt })} />
      </Section>
      {doing !== null && 'pay' in doing && (
        <PaymentForm
          customer={customer}
          begin={
            largest !== undefined && largest.open > 0
              ? { currency: largest.currency, minor: largest.open }
              : undefined
          }
          onClose={close}
          onDone={(receipt) => setDoing({ receipt })}
        />
      )}
      {doing !== null && 'invoice' in doing && (
        <InvoiceForm customer={customer} paymentDays={account.paymentDays} onClose={close} />
      )}
      {doing !== null && 'reasoned' in doing && <ReasonForm {...doing.reasoned} onClose={close} />}
      {doing !== null && 'receipt' in doing && <Receipt payment={doing.receipt} onClose={close} />}
    </>
  )
}
