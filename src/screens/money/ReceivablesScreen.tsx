import { Button, Pagination, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCoins } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { ageingSearch } from '../../sales/ageing-search.ts'
import { AgeingFilters } from '../../sales/web/money/AgeingFilters.tsx'
import { AgeingTable } from '../../sales/web/money/AgeingTable.tsx'
import { PaymentForm } from '../../sales/web/money/PaymentForm.tsx'
import { RatesNote } from '../../sales/web/money/RatesNote.tsx'
import { Receipt } from '../../sales/web/money/Receipt.tsx'
import type { Payment } from '../../sales/web/money/types.ts'
import { accountPath, paths } from '../paths.ts'
import { MoneyTabs } from './MoneyTabs.tsx'

/** The same with the form open: what the plus of a phone leads to. */
export function TakePaymentScreen() {
  const may = useMay()
  return may('money.read') ? <Receivables isTaking /> : <Forbidden />
}

/** What customers owe, since when, and who owes more than agreed (rule 5.3). */
export function ReceivablesScreen() {
  const may = useMay()
  return may('money.read') ? <Receivables /> : <Forbidden />
}

function Receivables({ isTaking = false }: { isTaking?: boolean }) {
  const { t } = useTranslation('money')
  const may = useMay()
  const navigate = useNavigate()
  const search = ageingSearch(useSearch({ strict: false }))
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false }) ?? true
  const [doing, setDoing] = useState<'pay' | Payment | null>(isTaking ? 'pay' : null)
  const query = api.useQuery(
    'get',
    '/api/receivables/ageing',
    { params: { query: { ...search, size: 50 } } },
    { placeholderData: (before) => before },
  )
  const go = (next: typeof search) => void navigate({ to: paths.receivables, search: next, replace: true })
  const isFiltered = Object.keys(search).some((name) => name !== 'page')
  const mayPay = may('money.record') || may('money.collect')
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={mayPay && <Button onClick={() => setDoing('pay')}>{t('payment.take')}</Button>}
      />
      <MoneyTabs here="receivables" />
      <AgeingFilters search={search} onChange={go} />
      <Loaded query={query}>
        {(page) =>
          page.total === 0 ? (
            <EmptyState
              icon={<IconCoins stroke={1.6} />}
              title={t(isFiltered ? 'noneFound' : 'none')}
              text={t(isFiltered ? 'noneFoundText' : 'noneText')}
            />
          ) : (
            <Stack gap="sm">
              <RatesNote
                inCompany={page.inCompany}
                link={may('rates.change') && <TextLink to={paths.rates}>{t('rates.title')}</TextLink>}
              />
              <AgeingTable page={page} isWide={isWide} to={accountPath} />
              {page.total > page.size && (
                <Pagination
                  total={Math.ceil(page.total / page.size)}
                  value={page.page}
                  onChange={(next) => go({ ...search, page: next })}
                  getControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
                />
              )}
            </Stack>
          )
        }
      </Loaded>
      {doing === 'pay' && <PaymentForm onClose={() => setDoing(null)} onDone={setDoing} />}
      {doing !== null && doing !== 'pay' && <Receipt payment={doing} onClose={() => setDoing(null)} />}
    </>
  )
}
