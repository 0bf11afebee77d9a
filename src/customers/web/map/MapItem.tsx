import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OwnerName } from '../OwnerName.tsx'
import { TierBadge } from '../Tier.tsx'
import type { CustomerRow } from '../list/columns.tsx'

type Props = {
  row: CustomerRow
  to: (id: string) => string
  /** Offers to put its pin elsewhere. */
  moves?: boolean
}

/** A customer of the map in words: who, where, whose. */
export function MapItem({ row, to, moves = false }: Props) {
  const { t } = useTranslation('customers')
  const unsure =
    row.locatedBy === null
      ? t('located.none')
      : row.locatedBy === 'approximate'
        ? t('approximateShort')
        : null
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Anchor component={Link} to={to(row.id)} size="sm" fw={600} c="inherit" truncate>
          {row.name}
        </Anchor>
        <TierBadge tier={row.tier} />
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {[row.street, row.city, unsure].filter(Boolean).join(' · ')}
      </Text>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <OwnerName person={row.owner} />
        {moves && (
          <Anchor component={Link} to={to(row.id)} search={{ edit: 'location' } as never} size="xs">
            {t('map.move')}
          </Anchor>
        )}
      </Group>
    </li>
  )
}
