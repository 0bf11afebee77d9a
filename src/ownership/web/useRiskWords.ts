import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { percentText } from '../../values/percent.ts'
import type { Ratio } from '../../values/ratio.ts'
import { type Risk, exposureFrom, riskOf } from '../risk.ts'
import type { ToldExposure } from './coverage-types.ts'

/** Exact shares as percentages and sentences; they stay exact until the last digit that is shown. */
export function useRiskWords() {
  const { t } = useTranslation('coverage')
  const { percent, money } = useFormats()
  const share = (part: Ratio) => percent(Number(percentText(part, 1)) / 100)
  return {
    share,
    risk: (told: ToldExposure): Risk | null => riskOf(exposureFrom(told)),
    amount: (minor: string, currency: string) => money(BigInt(minor), currency),
    /** "12 % of sales", "3 % of customers" */
    shareOf: (part: Ratio, { of }: Risk) => t(`share.${of}`, { share: share(part) }),
  }
}
