import { Button, Text } from '@mantine/core'
import { IconPlus, IconTags } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExportMenu } from '../../imports/web/ExportMenu.tsx'
import { useMay } from '../../people/web/useMe.ts'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { PriceListForm } from '../../sales/web/prices/PriceListForm.tsx'
import { type PriceList, usePriceListWords } from '../../sales/web/prices/usePriceListWords.ts'
import { paths } from '../paths.ts'

/** At what prices we sell to whom: the lists in the order in which they are asked. */
export function PriceListsScreen() {
  const may = useMay()
  return may('customers.read') ? <Lists /> : <Forbidden />
}

function Lists() {
  const { t } = useTranslation(['prices', 'company'])
  const may = useMay()
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const query = api.useQuery('get', '/api/price-lists')
  const mayChange = may('prices.change')
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: t('company:title'), to: paths.settings }]}
        subtitle={t('subtitle')}
        actions={
          <>
            {may('customers.export') && <ExportMenu entity="prices" />}
            {mayChange && (query.data?.lists.length ?? 0) > 0 && add}
          </>
        }
      />
      <Loaded query={query}>
        {({ lists }) =>
          lists.length === 0 ? (
            <EmptyState
              icon={<IconTags stroke={1.6} />}
              title={t('none')}
              text={t('noneText')}
              action={mayChange && add}
            />
          ) : (
            <Lines label={t('title')}>
              {lists.map((list) => (
                <ListLine key={list.id} list={list} />
              ))}
            </Lines>
          )
        }
      </Loaded>
      {adding && (
        <PriceListForm
          list={null}
          onClose={() => setAdding(false)}
          onAdded={(listId) => void navigate({ to: paths.priceList, params: { listId } })}
        />
      )}
    </>
  )
}

function ListLine({ list }: { list: PriceList }) {
  const { t } = useTranslation('prices')
  const { number } = useFormats()
  const { whomOf, whenOf } = usePriceListWords()
  const facts = [
    list.code,
    whomOf(list),
    whenOf(list),
    list.byAgreement ? t('customers', { count: list.customers, shown: number(list.customers) }) : null,
  ]
  return (
    <Line
      title={
        <TextLink to={paths.priceList} params={{ listId: list.id }}>
          {list.name}
        </TextLink>
      }
      detail={facts.filter(Boolean).join(' · ')}
      action={
        <Text size="sm" c="dimmed" ta="right">
          {t('priced', { count: list.products, shown: number(list.products), currency: list.currency })}
        </Text>
      }
    />
  )
}
