import { Stack } from '@mantine/core'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { AddToCount } from '../../sales/web/stock/AddToCount.tsx'
import { CountLine } from '../../sales/web/stock/CountLine.tsx'
import classes from '../../sales/web/stock/stock.module.css'
import type { StockLine } from '../../sales/web/stock/useStockWords.ts'
import { customerPath } from '../paths.ts'

/** Counting at the shelf: the products carried, large fields, every number saved at once. */
export function CountScreen() {
  const may = useMay()
  return may('visits.write') ? <Count /> : <Forbidden />
}

function Count() {
  const { t } = useTranslation('stock')
  const { today } = useFormats()
  const { customerId } = useParams({ from: '/frame/customers/$customerId/count' })
  const { visit } = useSearch({ from: '/frame/customers/$customerId/count' })
  const [day, setDay] = useState(today)
  const [added, setAdded] = useState<readonly StockLine[]>([])
  const path = { params: { path: { id: customerId } } }
  const customer = api.useQuery('get', '/api/customers/{id}', path)
  const query = api.useQuery('get', '/api/customers/{id}/stock', path)
  return (
    <>
      <PageHeader
        title={t('countTitle')}
        crumbs={[{ label: customer.data?.name ?? '…', to: customerPath(customerId) }]}
        subtitle={t('countText')}
      />
      <Loaded query={query}>
        {({ lines }) => {
          const known = new Set(lines.map(({ product }) => product.id))
          const all = [...lines, ...added.filter(({ product }) => !known.has(product.id))]
          return (
            <Stack maw="44rem">
              <DayField
                label={t('day')}
                value={day}
                max={today}
                onChange={(picked) => setDay(picked ?? today)}
                w={200}
              />
              <ul className={classes['counts']} aria-label={t('countTitle')}>
                {all.map((line) => (
                  <CountLine
                    key={`${line.product.id} ${day}`}
                    customerId={customerId}
                    line={line}
                    day={day}
                    visitId={visit}
                  />
                ))}
              </ul>
              <AddToCount
                known={all.map(({ product }) => product.id)}
                onAdd={(line) => setAdded([...added, line])}
              />
            </Stack>
          )
        }}
      </Loaded>
    </>
  )
}
