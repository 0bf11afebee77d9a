import { Badge, Button, Group, Paper, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { usePoolWords } from './usePoolWords.ts'
import classes from './pool.module.css'
import type { PoolCustomer, To } from './types.ts'

type Props = {
  customer: PoolCustomer
  to: To
  /** Null for whoever doesn't claim. */
  claim: { press: () => void; busy: boolean } | null
}

/** A customer of the pool: who it is, since when and why it is there, and the one thing to do about it. */
export function PoolItem({ customer, to, claim }: Props) {
  const { t } = useTranslation('pool')
  const { day, fromToday } = useFormats()
  const { whyOf } = usePoolWords()
  const { name, tier, city, region, territory, since, former, phone, contacts, open } = customer
  const place = [city, region === city ? null : region, territory?.name].filter(Boolean).join(' · ')
  const came = [
    t('since', { day: day(since), ago: fromToday(since) }),
    whyOf(customer.cause),
    former === null ? null : t('former', { name: former.name }),
  ]
  return (
    <Paper p="sm" className={classes['item']}>
      <div className={classes['words']}>
        <Group gap="xs" wrap="nowrap">
          <h2 className={classes['name']}>{name}</h2>
          {tier !== null && (
            <Badge variant="light" radius="sm" aria-label={t('tierIs', { tier })}>
              {tier}
            </Badge>
          )}
        </Group>
        {place !== '' && <Text size="sm">{place}</Text>}
        <Text size="sm" c="dimmed">
          {came.filter(Boolean).join(' · ')}
        </Text>
        <Text size="sm" c="dimmed">
          {phone === null ? t('noPhone') : t('phone', { phone })} · {t('contacts', { count: contacts })}
        </Text>
      </div>
      {open ? (
        <Button component={Link} to={to(customer.id)} variant="default" aria-label={t('openOf', { name })}>
          {t('openIt')}
        </Button>
      ) : (
        claim !== null && (
          <Button
            variant="default"
            onClick={claim.press}
            loading={claim.busy}
            aria-label={t('claimOf', { name })}
          >
            {t('claim')}
          </Button>
        )
      )}
    </Paper>
  )
}
