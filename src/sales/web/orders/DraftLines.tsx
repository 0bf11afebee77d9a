import { ActionIcon, NumberInput, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { type DraftLine, priceOfLine, totalOfLine } from '../../order-draft.ts'
import type { Offer } from '../../price-of.ts'
import { PriceField } from '../prices/PriceField.tsx'
import classes from './orders.module.css'

type Props = {
  lines: readonly DraftLine[]
  offersOf: (productId: string) => readonly Offer[] | null
  currency: string
  onChange: (lines: DraftLine[]) => void
  /** After Enter in a quantity: the next product. */
  onNext: () => void
}

/** The lines of an order as they are typed: how much, at which price and why, what it comes to. */
export function DraftLines({ lines, offersOf, currency, onChange, onNext }: Props) {
  const { t } = useTranslation('sales')
  const set = (at: number, part: Partial<DraftLine>) =>
    onChange(lines.map((line, other) => (other === at ? { ...line, ...part } : line)))
  return (
    <ul className={classes['list']} aria-label={t('linesTitle')}>
      {lines.map((line, at) => (
        <Entry
          key={line.product.id}
          line={line}
          offers={offersOf(line.product.id)}
          currency={currency}
          onSet={(part) => set(at, part)}
          onAway={() => onChange(lines.filter((_, other) => other !== at))}
          onNext={onNext}
        />
      ))}
    </ul>
  )
}

type EntryProps = {
  line: DraftLine
  /** Null while they are on their way. */
  offers: readonly Offer[] | null
  currency: string
  onSet: (part: Partial<DraftLine>) => void
  onAway: () => void
  onNext: () => void
}

function Entry({ line, offers, currency, onSet, onAway, onNext }: EntryProps) {
  const { t } = useTranslation('sales')
  const { money, decimalMark } = useFormats()
  const { name } = line.product
  // A line that was just chosen waits for how much.
  const quantity = useRef<HTMLInputElement>(null)
  const [isNew] = useState(line.quantity === null)
  useEffect(() => {
    if (isNew) quantity.current?.focus()
  }, [isNew])
  const known = priceOfLine(line, offers ?? [])
  const total = totalOfLine(line, offers ?? [])
  return (
    <li className={classes['entry']}>
      <div className={classes['product']}>
        <Text fw={500}>{name}</Text>
        <Text size="xs" c={known === null && offers !== null ? 'red' : 'dimmed'}>
          {[line.product.code, line.product.unit, <Why key="why" line={line} offers={offers} />]
            .filter(Boolean)
            .map((part, at) => [at > 0 && ' · ', part])}
        </Text>
      </div>
      <NumberInput
        ref={quantity}
        aria-label={t('quantityOf', { product: name })}
        placeholder={t('quantity')}
        min={0}
        max={1e9}
        decimalScale={6}
        decimalSeparator={decimalMark}
        hideControls
        value={line.quantity ?? ''}
        onChange={(quantity) => onSet({ quantity: quantity === '' ? null : Number(quantity) })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onNext()
        }}
        data-quantity={line.product.id}
      />
      <PriceField
        label={t('priceOf', { product: name })}
        minor={known?.minor ?? null}
        currency={currency}
        placeholder={t('price')}
        onSave={(price) => {
          onSet({ price })
          return Promise.resolve(true)
        }}
      />
      <NumberInput
        aria-label={t('discountOf', { product: name })}
        min={0}
        max={100}
        decimalScale={2}
        decimalSeparator={decimalMark}
        suffix=" %"
        placeholder="0 %"
        hideControls
        value={line.discount === 0 ? '' : Number((line.discount * 100).toFixed(2))}
        onChange={(percent) => onSet({ discount: Number((Number(percent) / 100).toFixed(4)) })}
      />
      <Text className={classes['total'] ?? ''}>{total === null ? '—' : money(total, currency)}</Text>
      <ActionIcon
        className={classes['away'] ?? ''}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('takeOut', { product: name })}
        onClick={onAway}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}

/** Where the price comes from, in a word; that nobody knows one is said too. */
function Why({ line, offers }: Pick<EntryProps, 'line' | 'offers'>) {
  const { t } = useTranslation('sales')
  if (offers === null) return t('because.asking')
  const known = priceOfLine(line, offers)
  if (known === null) return t('because.unknown')
  if (known.offer === null) return t('because.hand')
  const { because, list, leastQuantity } = known.offer
  const words = t(`because.${because}`, { list: list?.name ?? '' })
  return leastQuantity === 0 ? words : `${words}, ${t('because.from', { quantity: leastQuantity })}`
}
