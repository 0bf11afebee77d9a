import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PersonMark } from '../../people/web/PersonMark.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import classes from './pool.module.css'
import type { To } from './types.ts'

type Returning = components['schemas']['ReturningSoon']['customers'][number]

/** Who is going to lose which customers when, day by day. */
export function ReturningList({ to }: { to: To }) {
  const { t } = useTranslation('pool')
  const query = api.useQuery('get', '/api/pool/returning')
  return (
    <Loaded query={query}>
      {({ customers }) =>
        customers.length === 0 ? (
          <EmptyState
            icon={<IconCircleCheck />}
            title={t('returning.none.title')}
            text={t('returning.none.text')}
          />
        ) : (
          <Stack>
            {[...Map.groupBy(customers, ({ returnsOn }) => returnsOn)].map(([day, own]) => (
              <Day key={day} day={day} customers={own} to={to} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  )
}

function Day({ day, customers, to }: { day: string; customers: readonly Returning[]; to: To }) {
  const { t } = useTranslation('pool')
  const formats = useFormats()
  return (
    <section>
      <Title order={2} size="h3">
        {t('returning.on', {
          count: customers.length,
          day: formats.day(day),
          ago: formats.fromToday(day),
        })}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('returning.unless')}
      </Text>
      <ul className={classes['list']}>
        {customers.map(({ id, name, tier, city, owner, lastActivity }) => (
          <li key={id}>
            <Paper p="sm" className={classes['item']}>
              <div className={classes['words']}>
                <Anchor component={Link} to={to(id)} fw={600}>
                  {name}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {[
                    tier === null ? null : t('tierIs', { tier }),
                    city,
                    lastActivity === null
                      ? t('returning.never')
                      : t('returning.last', { ago: formats.fromToday(lastActivity) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </div>
              <Group gap={8} wrap="nowrap">
                <PersonMark name={owner.name} colour={owner.colour} size={22} />
                <Text size="sm">{owner.name}</Text>
              </Group>
            </Paper>
          </li>
        ))}
      </ul>
    </section>
  )
}
