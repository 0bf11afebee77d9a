import { NumberInput, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { request } from '../../../platform/web/request/client.ts'
import { sentenceOf } from '../../../platform/web/request/sentence.ts'
import classes from './stock.module.css'
import { useRefreshStock } from './useStock.ts'
import { type StockLine, useStockWords } from './useStockWords.ts'

type Props = { customerId: string; line: StockLine; day: string; visitId: string | undefined }
type State = { is: 'saving' | 'saved' } | { is: 'failed'; error: unknown } | null

/** One product on the shelf: what was counted is saved as soon as the field is left, and says so. */
export function CountLine({ customerId, line, day, visitId }: Props) {
  const { t } = useTranslation('stock')
  const { decimalMark, number } = useFormats()
  const words = useStockWords()
  const refresh = useRefreshStock()
  const { product, counted } = line
  const today = counted?.day === day ? counted : null
  const [quantity, setQuantity] = useState<string | number>(today?.quantity ?? '')
  const [facings, setFacings] = useState<string | number>(today?.facings ?? '')
  const [sent, setSent] = useState(`${today?.quantity ?? ''} ${today?.facings ?? ''}`)
  const [state, setState] = useState<State>(null)
  async function save() {
    const wanted = `${quantity} ${facings}`
    if (quantity === '' || wanted === sent) return
    setSent(wanted)
    setState({ is: 'saving' })
    const { error } = await request
      .POST('/api/customers/{id}/stock-counts', {
        params: { path: { id: customerId } },
        body: {
          day,
          ...(visitId === undefined ? {} : { visitId }),
          counts: [
            {
              productId: product.id,
              quantity: Number(quantity),
              facings: facings === '' ? null : Number(facings),
            },
          ],
        },
      })
      .catch((failed: unknown) => ({ error: failed }))
    setState(error === undefined ? { is: 'saved' } : { is: 'failed', error })
    if (error === undefined) await refresh()
    else setSent('')
  }
  const keys = {
    onBlur: () => void save(),
    onKeyDown: (event: React.KeyboardEvent<HTMLInputElement>) => {
      // Leaving the field saves.
      if (event.key === 'Enter') nextField(event.currentTarget)
    },
  }
  return (
    <li className={classes['count']}>
      <div className={classes['words']}>
        <Text fw={500}>{product.name}</Text>
        <Text size="xs" c="dimmed">
          {[
            product.unit,
            counted === null ? null : t('lastWas', { quantity: number(counted.quantity) }),
            words.counted(line),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <NumberInput
        label={t('counted')}
        aria-label={t('countOf', { name: product.name })}
        size="md"
        min={0}
        max={1e9}
        decimalScale={6}
        decimalSeparator={decimalMark}
        hideControls
        value={quantity}
        onChange={setQuantity}
        data-count
        {...keys}
      />
      <NumberInput
        label={t('facings')}
        aria-label={t('facingsOf', { name: product.name })}
        size="md"
        min={0}
        max={100_000}
        allowDecimal={false}
        hideControls
        value={facings}
        onChange={setFacings}
        {...keys}
      />
      <Text
        size="xs"
        className={classes['said'] ?? ''}
        c={state?.is === 'failed' ? 'red' : 'dimmed'}
        component="output"
      >
        {state?.is === 'saved' && <IconCheck size={12} aria-hidden />}{' '}
        {state?.is === 'failed' ? sentenceOf(state.error, 'stock') : state === null ? '' : t(state.is)}
      </Text>
    </li>
  )
}

/** Enter goes to the next product's count: one hand, one key. */
function nextField(from: HTMLInputElement): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-count]')]
  const at = fields.indexOf(from)
  const next = at === -1 ? null : fields[at + 1]
  if (next == null) from.blur()
  else next.focus()
}
