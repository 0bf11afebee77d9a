import { Group, Paper, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Freshness } from '../Freshness.tsx'
import { OwnerName } from '../OwnerName.tsx'
import { TierBadge } from '../Tier.tsx'
import type { CustomerRow } from './columns.tsx'
import classes from './list.module.css'

/** The list on a phone: a card each, the whole card a link. */
export function CustomerCards({ rows, to }: { rows: readonly CustomerRow[]; to: (id: string) => string }) {
  return (
    <Stack gap="xs" component="ul" className={classes['cards']}>
      {rows.map((row) => (
        <li key={row.id}>
          <Paper component={Link} to={to(row.id)} p="sm" className={classes['card']} data-customer={row.id}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div className={classes['words']}>
                <Text fw={600} lineClamp={2}>
                  {row.name}
                </Text>
                <Text size="sm" c="dimmed" truncate>
                  {[row.street, row.city].filter(Boolean).join(', ')}
                </Text>
              </div>
              <TierBadge tier={row.tier} />
            </Group>
            <Group justify="space-between" mt={6} wrap="nowrap">
              <OwnerName person={row.owner} />
              <Freshness confirmedOn={row.confirmedOn} fresh={row.fresh} />
            </Group>
          </Paper>
        </li>
      ))}
    </Stack>
  )
}
