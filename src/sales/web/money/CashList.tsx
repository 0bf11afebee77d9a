import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { Line, Lines } from '../../../platform/web/ui/Lines.tsx'
import { CashItemsList } from './CashItemsList.tsx'
import { ReceiveForm } from './ReceiveForm.tsx'
import type { CashInHand } from './types.ts'
import classes from './money.module.css'

type Row = CashInHand['rows'][number]

/** Who has how much of the company's money with them, since when; the longest first. */
export function CashList({ cash }: { cash: CashInHand }) {
  const { t } = useTranslation('money')
  const { money, day, fromToday } = useFormats()
  const [receiving, setReceiving] = useState<Row | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  return (
    <>
      <Lines label={t('cash.title')}>
        {cash.rows.map((row) => {
          const key = `${row.person.id} ${row.currency}`
          return (
            <Line
              key={key}
              mark={<PersonMark name={row.person.name} colour={row.person.colour} size={32} />}
              title={row.person.name}
              detail={
                <>
                  {t('cash.since', { count: row.payments, day: day(row.since), ago: fromToday(row.since) })}{' '}
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    aria-expanded={shown === key}
                    onClick={() => setShown(shown === key ? null : key)}
                  >
                    {t(shown === key ? 'cash.hide' : 'cash.show')}
                  </Button>
                  {shown === key && <CashItemsList person={row.person.id} currency={row.currency} />}
                </>
              }
              action={
                <Group gap="sm" wrap="nowrap">
                  <Text className={classes['figure'] ?? ''}>{money(row.amountMinor, row.currency)}</Text>
                  {row.mayReceive && (
                    <Button variant="default" size="sm" onClick={() => setReceiving(row)}>
                      {t('cash.receive')}
                    </Button>
                  )}
                </Group>
              }
            />
          )
        })}
      </Lines>
      {receiving !== null && <ReceiveForm row={receiving} onClose={() => setReceiving(null)} />}
    </>
  )
}
