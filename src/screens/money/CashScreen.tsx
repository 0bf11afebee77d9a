import { Checkbox } from '@mantine/core'
import { IconCashBanknote } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { CashList } from '../../sales/web/money/CashList.tsx'
import { HandInList } from '../../sales/web/money/HandInList.tsx'
import { paths } from '../paths.ts'
import { MoneyTabs } from './MoneyTabs.tsx'
import { type CashSearch, cashSearch } from './search.ts'

/** Collected money: who has it since when, and what was handed in and counted (rule 5.3). */
export function CashScreen() {
  const { t } = useTranslation('money')
  const may = useMay()
  const search = cashSearch(useSearch({ strict: false }))
  if (!may('money.read')) return <Forbidden />
  const isHandedIn = search.view === 'handed-in'
  return (
    <>
      <PageHeader
        title={t(isHandedIn ? 'handIn.list' : 'cash.title')}
        subtitle={t(isHandedIn ? 'handIn.text' : 'cash.text')}
      />
      <MoneyTabs here={isHandedIn ? 'handed-in' : 'cash'} />
      {isHandedIn ? <HandedIn search={search} /> : <InHand />}
    </>
  )
}

function InHand() {
  const { t } = useTranslation('money')
  const query = api.useQuery('get', '/api/cash-in-hand')
  return (
    <Loaded query={query}>
      {(cash) =>
        cash.rows.length === 0 ? (
          <EmptyState
            icon={<IconCashBanknote stroke={1.6} />}
            title={t('cash.none')}
            text={t('cash.noneText')}
          />
        ) : (
          <CashList cash={cash} />
        )
      }
    </Loaded>
  )
}

function HandedIn({ search }: { search: CashSearch }) {
  const { t } = useTranslation('money')
  const navigate = useNavigate()
  const { person, different } = search
  const asked = {
    ...(person === undefined ? {} : { person }),
    ...(different === undefined ? {} : { different }),
  }
  const query = api.useQuery(
    'get',
    '/api/hand-ins',
    { params: { query: asked } },
    { placeholderData: (before) => before },
  )
  return (
    <>
      <Checkbox
        label={t('handIn.different')}
        checked={different === 'yes'}
        mb="md"
        onChange={(event) => {
          const { different: _, ...rest } = search
          const next: CashSearch = event.currentTarget.checked ? { ...rest, different: 'yes' } : rest
          void navigate({ to: paths.cash, search: next, replace: true })
        }}
      />
      <Loaded query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon={<IconCashBanknote stroke={1.6} />}
              title={t('handIn.none')}
              text={t('handIn.noneText')}
            />
          ) : (
            <HandInList rows={rows} />
          )
        }
      </Loaded>
    </>
  )
}
