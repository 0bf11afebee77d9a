import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { CoveragePart } from './coverage-types.ts'
import classes from './PartLine.module.css'
import { RiskBar } from './RiskBar.tsx'
import { useRiskWords } from './useRiskWords.ts'

type Props = { part: CoveragePart; currency: string; link: ReactNode }

/** A team or person with what only one person knows of it. `link`: its name, leading to its own page. */
export function PartLine({ part, currency, link }: Props) {
  const { t } = useTranslation('coverage')
  const { number } = useFormats()
  const words = useRiskWords()
  const risk = words.risk(part.exposure)
  const { customers, sales } = part.exposure
  return (
    <li className={classes['line']}>
      <span className={classes['mark']}>
        {part.colour !== null && <PersonMark name={part.name} colour={part.colour} />}
      </span>
      <div className={classes['words']}>
        {link}
        <Text size="sm" c="dimmed">
          {t('customers', { count: customers.total, customers: number(customers.total) })}
        </Text>
      </div>
      <div className={classes['risk']}>
        {risk !== null && (
          <>
            <Text size="sm">
              {t('partOne', { share: words.shareOf(risk.one, risk) })}
              {risk.of === 'sales' && sales !== null && ` · ${words.amount(sales.one, currency)}`}
            </Text>
            <RiskBar risk={risk} />
          </>
        )}
      </div>
    </li>
  )
}
