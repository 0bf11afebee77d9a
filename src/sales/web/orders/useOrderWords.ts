import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'

export type Order = components['schemas']['Order']
export type OrderRow = components['schemas']['OrderRow']
export type OrderLine = Order['lines'][number]

export const colourOfStage = {
  ordered: 'blue',
  delivered: 'indigo',
  invoiced: 'grape',
  paid: 'gray',
  cancelled: 'gray',
} as const satisfies Record<OrderRow['stage'], string>

/** An order in words. */
export function useOrderWords() {
  const { t } = useTranslation('sales')
  const { number } = useFormats()
  return {
    stageOf: ({ kind, stage }: Pick<OrderRow, 'kind' | 'stage'>) =>
      t(kind === 'return' ? `returnStage.${stage}` : `stage.${stage}`),
    /** A decimal of the contract as it is read here; returns without their sign. */
    quantity: (decimal: string) => number(Math.abs(Number(decimal))),
  }
}
