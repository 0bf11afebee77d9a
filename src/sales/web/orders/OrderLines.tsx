import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import classes from './orders.module.css'
import { type Order, useOrderWords } from './useOrderWords.ts'

/** What is in the order, and what it comes to. */
export function OrderLines({ order }: { order: Order }) {
  const { t } = useTranslation('sales')
  const { money, percent } = useFormats()
  const { quantity } = useOrderWords()
  const { currency } = order
  const sums = (
    [
      ['goods', order.goodsMinor],
      ['tax', order.taxMinor],
      ['freight', order.freightMinor],
    ] as const
  ).filter(([name, minor]) => minor !== 0 && (name !== 'goods' || minor !== order.totalMinor))
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('product')}</th>
          <th scope="col" className={classes['right']}>
            {t('quantity')}
          </th>
          <th scope="col" className={classes['right']}>
            {t('total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.product.name}
              <Text size="xs" c="dimmed">
                {[
                  line.product.code,
                  Number(line.discount) === 0
                    ? null
                    : t('less', { discount: percent(Number(line.discount)) }),
                  Number(line.returned) === 0 ? null : t('cameBack', { quantity: quantity(line.returned) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </td>
            <td className={classes['right']}>
              {quantity(line.quantity)}
              <Text size="xs" c="dimmed">
                × {money(line.unitPriceMinor, currency)}
              </Text>
            </td>
            <td className={classes['right']}>{money(line.totalMinor, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {sums.map(([name, minor]) => (
          <tr key={name}>
            <td colSpan={2}>{t(name)}</td>
            <td className={classes['right']}>{money(minor, currency)}</td>
          </tr>
        ))}
        <tr>
          <td colSpan={2}>
            <strong>{t('total')}</strong>
          </td>
          <td className={classes['right']}>
            <strong>{money(order.totalMinor, currency)}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
