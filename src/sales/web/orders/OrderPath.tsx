import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import classes from './orders.module.css'
import type { Order } from './useOrderWords.ts'

/** How far the order is: ordered, delivered, invoiced, paid, each with its day. */
export function OrderPath({ order }: { order: Order }) {
  const { t } = useTranslation('sales')
  const { day } = useFormats()
  if (order.stage === 'cancelled') {
    const facts = { day: day(order.cancelledOn ?? order.orderedOn), reason: order.cancelReason ?? '' }
    return <p>{t(order.cancelReason === null ? 'cancelledOn' : 'cancelledWhy', facts)}</p>
  }
  const bills = order.receivables.filter(({ cancelledOn }) => cancelledOn === null)
  const steps = [
    { name: 'ordered', on: order.orderedOn, isReached: true },
    { name: 'delivered', on: order.deliveredOn, isReached: order.deliveredOn !== null },
    { name: 'invoiced', on: bills[0]?.issuedOn ?? null, isReached: bills.length > 0 },
    { name: 'paid', on: null, isReached: order.stage === 'paid' },
  ] as const
  const word = order.kind === 'return' ? 'returnStage' : 'stage'
  return (
    <ol className={classes['path']} aria-label={t('path')}>
      {steps.map(({ name, on, isReached }) => (
        <li key={name} className={classes['step']} data-reached={isReached}>
          {isReached ? <IconCircleCheckFilled size={18} aria-hidden /> : <IconCircle size={18} aria-hidden />}
          <span>
            {t(`${word}.${name}`)}
            {on !== null && ` · ${day(on)}`}
            {!isReached && ` · ${t('notYet')}`}
          </span>
        </li>
      ))}
    </ol>
  )
}
