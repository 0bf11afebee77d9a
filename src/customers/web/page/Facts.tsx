import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { Customer } from './customer.ts'
import classes from './page.module.css'

export type Fact = { field: string; value: ReactNode }
type Props = { facts: readonly Fact[]; customer: Customer; withAuthors: boolean }

/** Fields with their values; with authors each says who last changed it and when (rule 1.3). Empty ones are left out. */
export function Facts({ facts, customer, withAuthors }: Props) {
  const { t } = useTranslation('customer')
  const shown = facts.filter(({ value }) => value !== null && value !== '' && value !== undefined)
  if (shown.length === 0) return null
  return (
    <dl className={classes['facts']}>
      {shown.map(({ field, value }) => (
        <div key={field}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>{value}</dd>
          {withAuthors && <LastChange customer={customer} field={field} />}
        </div>
      ))}
    </dl>
  )
}

function LastChange({ field, customer }: { field: string; customer: Customer }) {
  const { t } = useTranslation('customer')
  const { ago, instant } = useFormats()
  const last = customer.provenance[field] ?? customer.provenance['created']
  if (last === undefined) return null
  return (
    <Text component="dd" size="xs" c="dimmed" title={instant(last.at)}>
      {t('changedBy', { who: last.person?.name ?? t('byProgram'), ago: ago(last.at) })}
    </Text>
  )
}
