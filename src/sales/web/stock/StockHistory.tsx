import { Button, Divider, Group, Modal, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import classes from './stock.module.css'
import { useStockWords } from './useStockWords.ts'
import { useWithdraw } from './useStock.ts'
import { WriteOffForm } from './WriteOffForm.tsx'

type History = components['schemas']['StockHistory']
type Props = { customerId: string; productId: string; onClose: () => void }

/** All counts and write-offs of a product at the outlet, and what it sold from each count to the next. */
export function StockHistory({ customerId, productId, onClose }: Props) {
  const { t } = useTranslation(['stock', 'shell'])
  const [losing, setLosing] = useState(false)
  const query = api.useQuery('get', '/api/customers/{id}/stock/{productId}', {
    params: { path: { id: customerId, productId } },
  })
  const product = query.data?.product
  if (losing && product !== undefined)
    return <WriteOffForm customerId={customerId} product={product} onClose={() => setLosing(false)} />
  return (
    <Modal
      opened
      onClose={onClose}
      title={product?.name ?? t('title')}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Loaded query={query}>
        {(history) => (
          <Stack gap="sm">
            <SellOuts history={history} />
            <Divider />
            <Counts history={history} />
            <WriteOffs history={history} />
            {history.mayCount && (
              <Button variant="default" onClick={() => setLosing(true)}>
                {t('writeOff')}
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </Modal>
  )
}

function SellOuts({ history: { sellOuts } }: { history: History }) {
  const { t } = useTranslation('stock')
  const { number, day } = useFormats()
  const words = useStockWords()
  if (sellOuts.length === 0) return <Text c="dimmed">{t('unknownSold')}</Text>
  return (
    <div>
      <Title order={3} size="h5">
        {t('soldTitle')}
      </Title>
      <ul className={classes['lines']}>
        {sellOuts.map((one) => (
          <li key={one.to}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">{t('between', { from: day(one.from), to: day(one.to) })}</Text>
              <Text size="sm" fw={500} className={classes['figure'] ?? ''}>
                {number(one.quantity)}
              </Text>
            </Group>
            <Text size="xs" c="dimmed">
              {words.sum(one)}
            </Text>
            {one.quantity < 0 && <Text size="xs">{t('doubtful')}</Text>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Counts({ history: { counts, mayCount } }: { history: History }) {
  const { t } = useTranslation('stock')
  const { number, day } = useFormats()
  return (
    <div>
      <Title order={3} size="h5">
        {t('countsTitle')}
      </Title>
      {counts.length === 0 && <Text c="dimmed">{t('neverCounted')}</Text>}
      <ul className={classes['lines']}>
        {counts.map((count) => (
          <Entry
            key={count.id}
            kind="stock-counts"
            entry={count}
            mayCount={mayCount}
            what={t('countIs', { quantity: number(count.quantity), day: day(count.day) })}
            detail={[
              count.by?.name,
              count.facings === null ? null : t('facingsAre', { count: count.facings }),
            ]}
          />
        ))}
      </ul>
    </div>
  )
}

function WriteOffs({ history: { writeOffs, mayCount } }: { history: History }) {
  const { t } = useTranslation('stock')
  const { number, day } = useFormats()
  if (writeOffs.length === 0) return null
  return (
    <div>
      <Title order={3} size="h5">
        {t('lostTitle')}
      </Title>
      <ul className={classes['lines']}>
        {writeOffs.map((lost) => (
          <Entry
            key={lost.id}
            kind="write-offs"
            entry={lost}
            mayCount={mayCount}
            what={t('countIs', { quantity: number(lost.quantity), day: day(lost.day) })}
            detail={[t(`reason.${lost.reason}`), lost.note, lost.by?.name]}
          />
        ))}
      </ul>
    </div>
  )
}

type EntryProps = {
  kind: 'stock-counts' | 'write-offs'
  entry: { id: string; withdrawn: boolean }
  mayCount: boolean
  what: string
  detail: readonly (string | null | undefined)[]
}

function Entry({ kind, entry: { id, withdrawn }, mayCount, what, detail }: EntryProps) {
  const { t } = useTranslation('stock')
  const withdraw = useWithdraw()
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" mih={40}>
        <div>
          <Text size="sm" className={withdrawn ? (classes['withdrawn'] ?? '') : ''}>
            {what}
          </Text>
          <Text size="xs" c="dimmed">
            {[withdrawn ? t('isWithdrawn') : null, ...detail].filter(Boolean).join(' · ')}
          </Text>
        </div>
        {mayCount && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t(withdrawn ? 'putBackIt' : 'withdrawIt', { what })}
            onClick={() => void withdraw(kind, id, !withdrawn)}
          >
            {t(withdrawn ? 'putBack' : 'withdraw')}
          </Button>
        )}
      </Group>
    </li>
  )
}
