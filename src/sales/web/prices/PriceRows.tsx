import { Badge, Button, Group, Pagination, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { BreakForm } from './BreakForm.tsx'
import { PriceField } from './PriceField.tsx'
import classes from './prices.module.css'
import { useSetPrice } from './useSetPrice.ts'

type Page = components['schemas']['PricePage']
type Product = Page['rows'][number]
type Props = { page: Page; mayChange: boolean; onPage: (page: number) => void }

/** The products with what the list has for each: the price, the prices from larger quantities on, what comes later. */
export function PriceRows({ page, mayChange, onPage }: Props) {
  const { t } = useTranslation('prices')
  const pages = Math.ceil(page.total / page.size)
  return (
    <>
      <ul className={classes['rows']} aria-label={t('pricesOf', { name: page.list.name })}>
        {page.rows.map((product) => (
          <Row key={product.productId} product={product} page={page} mayChange={mayChange} />
        ))}
      </ul>
      {pages > 1 && (
        <Pagination
          total={pages}
          value={page.page}
          onChange={onPage}
          getControlProps={(control) => ({ 'aria-label': t(`customers:page.${control}`) })}
        />
      )}
    </>
  )
}

function Row({ product, page, mayChange }: { product: Product; page: Page; mayChange: boolean }) {
  const { t } = useTranslation('prices')
  const { money, day } = useFormats()
  const [adding, setAdding] = useState(false)
  const { list } = page
  const save = useSetPrice(list.id, list.currency, page.day)
  const { productId, name, own } = product
  const holding = product.prices.filter(({ ahead }) => !ahead)
  const base = holding.find(({ leastQuantity }) => leastQuantity === 0)
  const more = holding.filter(({ leastQuantity, minor }) => leastQuantity > 0 && minor !== null)
  const later = product.prices.filter(({ ahead }) => ahead)
  const facts = [
    product.code,
    product.unit,
    own === null ? null : t('ownPrice', { price: money(own.minor, own.currency) }),
    base === undefined || base.minor === null ? null : t('since', { day: day(base.fromDay) }),
  ]
  const setTo = (leastQuantity: number) => (minor: number | null) =>
    save({ productId, name, leastQuantity, minor })
  return (
    <li className={classes['row']}>
      <div className={classes['words']}>
        <Group gap="xs">
          <Text fw={500}>{name}</Text>
          {product.discontinued && (
            <Badge variant="light" color="gray" size="sm">
              {t('discontinued')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {later.map((one) => (
          <Text size="xs" key={`${one.leastQuantity} ${one.fromDay}`}>
            <Later one={one} currency={list.currency} />
          </Text>
        ))}
      </div>
      <div className={classes['fields']}>
        <Price
          label={t('priceOf', { name })}
          minor={base?.minor ?? null}
          currency={list.currency}
          save={mayChange ? setTo(0) : null}
        />
        {more.map(({ leastQuantity, minor }) => (
          <Group key={leastQuantity} gap="xs" justify="flex-end" wrap="nowrap">
            <Text size="sm" c="dimmed">
              {t('fromQuantity', { quantity: leastQuantity })}
            </Text>
            <Price
              label={t('priceOfFrom', { name, quantity: leastQuantity })}
              minor={minor}
              currency={list.currency}
              save={mayChange ? setTo(leastQuantity) : null}
            />
          </Group>
        ))}
        {mayChange && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconPlus size={12} aria-hidden />}
            aria-label={t('addBreakOf', { name })}
            onClick={() => setAdding(true)}
          >
            {t('addBreak')}
          </Button>
        )}
      </div>
      {adding && (
        <BreakForm
          name={name}
          currency={list.currency}
          save={(quantity, minor) => setTo(quantity)(minor)}
          onClose={() => setAdding(false)}
        />
      )}
    </li>
  )
}

function Later({ one, currency }: { one: Product['prices'][number]; currency: string }) {
  const { t } = useTranslation('prices')
  const { money, day } = useFormats()
  const { minor, fromDay, leastQuantity } = one
  const when = { day: day(fromDay), quantity: leastQuantity }
  const of = leastQuantity === 0 ? '' : `${t('fromQuantity', when)}: `
  return of + (minor === null ? t('laterOff', when) : t('later', { ...when, price: money(minor, currency) }))
}

type PriceProps = {
  label: string
  minor: number | null
  currency: string
  save: ((minor: number | null) => Promise<boolean>) | null
}

function Price({ label, minor, currency, save }: PriceProps) {
  const { t } = useTranslation('prices')
  const { money } = useFormats()
  if (save !== null)
    return (
      <PriceField label={label} minor={minor} currency={currency} onSave={save} placeholder={t('noPrice')} />
    )
  return (
    <Text ta="right" className={classes['figure'] ?? ''} c={minor === null ? 'dimmed' : 'inherit'}>
      {minor === null ? t('noPrice') : money(minor, currency)}
    </Text>
  )
}
