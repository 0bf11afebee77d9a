import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { FormProblem } from '../../../platform/web/ui/FormProblem.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { type DraftLine, priceOfLine, totalOfLine, withProduct } from '../../order-draft.ts'
import { DraftLines } from './DraftLines.tsx'
import classes from './orders.module.css'
import { ProductField } from './ProductField.tsx'
import { useRefreshOrders } from './useOrders.ts'
import type { Order } from './useOrderWords.ts'

type Props = {
  customerId: string
  /** The order that is changed; null for a new one. */
  order: Order | null
  visitId?: string | undefined
  onSaved: (id: string) => void
}

/** An order as fast as it is said: product, Enter, quantity, Enter; prices propose themselves and say why. */
export function OrderForm({ customerId, order, visitId, onSaved }: Props) {
  const { t } = useTranslation('sales')
  const { today, money } = useFormats()
  const refresh = useRefreshOrders()
  const product = useRef<HTMLInputElement>(null)
  const [id] = useState(() => order?.id ?? crypto.randomUUID())
  const [lines, setLines] = useState<readonly DraftLine[]>(() => (order === null ? [] : draftOf(order)))
  const [orderedOn, setOrderedOn] = useState(order?.orderedOn ?? today)
  const [requiredOn, setRequiredOn] = useState(order?.requiredOn ?? null)
  const [note, setNote] = useState(order?.note ?? '')
  const [isThere, setIsThere] = useState(false)
  const { currency, offersOf } = useOffers(customerId, lines, orderedOn, order?.currency)
  const saved = {
    onSuccess: async (done: { id: string; code: string }) => {
      await refresh()
      say(t('saved', { code: done.code }))
      onSaved(done.id)
    },
  }
  const enter = api.useMutation('post', '/api/orders', saved)
  const change = api.useMutation('put', '/api/orders/{id}', saved)
  const totals = lines.map((line) => totalOfLine(line, offersOf(line.product.id) ?? []))
  const isReady = lines.length > 0 && totals.every((total) => total !== null) && currency !== null
  function save() {
    if (!isReady) return
    const head = {
      orderedOn,
      requiredOn,
      note,
      ...(visitId === undefined ? {} : { visitId }),
      lines: lines.map((line) => ({
        ...(line.id === null ? {} : { id: line.id }),
        productId: line.product.id,
        quantity: String(line.quantity),
        unitPriceMinor: priceOfLine(line, offersOf(line.product.id) ?? [])?.minor ?? 0,
        discount: String(line.discount),
      })),
    }
    if (order === null) {
      const deliveredOn = isThere ? orderedOn : null
      enter.mutate({ body: { id, customerId, currency, deliveredOn, ...head } })
    } else {
      const { freightMinor, taxMinor, person, shipName, shipCity, shipCountry, version, priceListId } = order
      const kept = {
        freightMinor,
        taxMinor,
        personId: person?.id ?? null,
        shipName: shipName ?? '',
        shipCity: shipCity ?? '',
        shipCountry,
        visitId: order.visitId,
        priceListId,
      }
      change.mutate({ params: { path: { id } }, body: { ...kept, ...head, version } })
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack>
        <ProductField
          field={product}
          onPick={(picked) => {
            setLines(withProduct(lines, picked))
            // Drawn first: the field of the new line is there on the next frame.
            requestAnimationFrame(() =>
              document.querySelector<HTMLInputElement>(`[data-quantity='${picked.id}']`)?.focus(),
            )
          }}
        />
        <DraftLines
          lines={lines}
          offersOf={offersOf}
          currency={currency ?? order?.currency ?? 'EUR'}
          onChange={setLines}
          onNext={() => product.current?.focus()}
        />
        <Group align="end">
          <DayField
            label={t('orderedOn')}
            value={orderedOn}
            max={today}
            onChange={(day) => setOrderedOn(day ?? today)}
            w={170}
          />
          <DayField
            label={t('wantedOn')}
            value={requiredOn}
            min={orderedOn}
            clearable
            onChange={setRequiredOn}
            w={170}
          />
          <TextInput
            label={t('note')}
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.currentTarget.value)}
            flex={1}
            miw={200}
          />
        </Group>
        {order === null && (
          <Switch
            label={t('handedOver')}
            checked={isThere}
            onChange={(event) => setIsThere(event.currentTarget.checked)}
          />
        )}
        <FormProblem error={enter.error ?? change.error} of="sales" />
        <div className={classes['foot']}>
          <Text>
            {lines.length === 0
              ? t('startHere')
              : t('comesTo', {
                  count: lines.length,
                  total: money(
                    totals.reduce<number>((sum, total) => sum + (total ?? 0), 0),
                    currency ?? order?.currency ?? 'EUR',
                  ),
                })}
          </Text>
          <Button type="submit" size="md" disabled={!isReady} loading={enter.isPending || change.isPending}>
            {t(order === null ? 'save' : 'saveChange')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}

/** The order as it stands, to be typed over: its own prices stay until somebody changes them. */
function draftOf(order: Order): DraftLine[] {
  return order.lines.map(({ id, product, quantity, unitPriceMinor, discount }) => ({
    id,
    product,
    quantity: Number(quantity),
    price: unitPriceMinor,
    discount: Number(discount),
  }))
}

/** What the products of the draft cost this customer on its day; null for those still on their way. */
function useOffers(
  customerId: string,
  lines: readonly DraftLine[],
  day: string,
  currency: string | undefined,
) {
  const products = [...new Set(lines.map((line) => line.product.id))].join(',')
  const { data } = api.useQuery(
    'get',
    '/api/customers/{id}/prices',
    {
      params: {
        path: { id: customerId },
        query: { products, day, ...(currency === undefined ? {} : { currency }) },
      },
    },
    { placeholderData: (before) => before },
  )
  const by = new Map((data?.products ?? []).map((one) => [one.productId, one.offers]))
  return {
    currency: data?.currency ?? currency ?? null,
    offersOf: (productId: string) => by.get(productId) ?? null,
  }
}
