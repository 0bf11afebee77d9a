import { Badge, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { Need } from '../coverage.ts'
import type { Fix } from './coverage-types.ts'
import classes from './FixLine.module.css'
import { useRiskWords } from './useRiskWords.ts'

type Props = {
  fix: Fix
  currency: string
  link: ReactNode
  /** What may be put right by whoever looks; the first that is missing and may is the one action. */
  able: readonly Need[]
  onFix: (need: Need) => void
}

/** A customer with what hangs on it, what is missing, and the one thing to do about it. */
export function FixLine({ fix, currency, link, able, onFix }: Props) {
  const { t } = useTranslation('coverage')
  const { list } = useFormats()
  const { amount } = useRiskWords()
  const action = fix.missing.find((need) => able.includes(need))
  const names = fix.knownBy.map(({ name }) => name)
  const known =
    names.length === 0
      ? t('fix.nobody')
      : names.length === 1
        ? t(fix.alone ? 'fix.alone' : 'fix.one', { name: names[0] })
        : t('fix.several', { names: list(names.slice(0, 3)), count: names.length })
  return (
    <li className={classes['line']}>
      <div className={classes['words']}>
        <Group gap={8}>
          {link}
          {fix.tier !== null && (
            <Badge size="sm" radius="sm" variant={fix.tier === 'A' ? 'filled' : 'light'}>
              {t('tier', { tier: fix.tier })}
            </Badge>
          )}
          <Text span size="sm" c="dimmed">
            {[
              fix.owner.name,
              fix.sold === null ? null : t('fix.sold', { amount: amount(fix.sold, currency) }),
            ]
              .filter((fact) => fact !== null)
              .join(' · ')}
          </Text>
        </Group>
        <Text size="sm" c="dimmed">
          {known} {t('fix.missing', { missing: list(fix.missing.map((need) => t(`need.${need}`))) })}
        </Text>
      </div>
      {action !== undefined && (
        <Button
          variant="light"
          size="sm"
          className={classes['action'] ?? ''}
          aria-label={t(`action.for.${action}`, { name: fix.name })}
          onClick={() => onFix(action)}
        >
          {t(`action.${action}`)}
        </Button>
      )}
    </li>
  )
}
