import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { type Risk, gradeOf } from '../risk.ts'
import type { Coverage } from './coverage-types.ts'
import { RiskBar } from './RiskBar.tsx'
import classes from './RiskBar.module.css'
import { useRiskWords } from './useRiskWords.ts'

/** Single-person risk as a sentence, what it means, the parts of the whole, and what the figures don't say (rule 2.6). */
export function RiskInWords({ coverage, risk }: { coverage: Coverage; risk: Risk }) {
  const { t } = useTranslation('coverage')
  const { share, shareOf } = useRiskWords()
  const { day, list } = useFormats()
  const { scope, name, since, currency, otherCurrencies, settings, whole } = coverage
  const parts = [
    ['alone', risk.alone],
    ['one', risk.named],
    ['nobody', risk.nobody],
    ['several', risk.several],
  ] as const
  const notes = [
    t('note.counts', { months: settings.months, count: settings.months, day: day(since) }),
    risk.of === 'sales' ? t('note.sales', { currency }) : t('note.customers'),
    otherCurrencies.length > 0 && t('note.others', { currencies: list(otherCurrencies) }),
    !whole && t('note.part'),
  ]
  return (
    <Stack gap="sm">
      <Text size="xl" fw={600}>
        {scope === 'person'
          ? t(`risk.person.${risk.of}`, { share: share(risk.one), name })
          : t(`risk.${risk.of}`, { share: share(risk.one) })}
      </Text>
      <Text>{t(`means.${gradeOf(risk)}`)}</Text>
      <RiskBar risk={risk} />
      <ul className={classes['legend']}>
        {parts.map(([part, of]) => (
          <li key={part}>
            <span className={classes['sample']} aria-hidden>
              <span className={classes[part]} />
            </span>
            <Text span size="sm">
              {t(`part.${part}`, { share: shareOf(of, risk) })}
            </Text>
          </li>
        ))}
      </ul>
      <Text size="sm" c="dimmed">
        {notes.filter((note) => note !== false).join(' ')}
      </Text>
    </Stack>
  )
}
