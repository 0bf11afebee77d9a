import { Anchor, Box, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { DataTableColumn } from 'mantine-datatable'
import type { Formats } from '../../../platform/web/language/formats.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { CompletenessBar } from '../CompletenessBar.tsx'
import { Freshness } from '../Freshness.tsx'
import { OwnerName } from '../OwnerName.tsx'
import { TierBadge } from '../Tier.tsx'

export type CustomerRow = components['schemas']['CustomerRow']

/** Columns that may be shown, in their order; the first is always there. */
export const columnNames = [
  'name',
  'tier',
  'owner',
  'city',
  'contact',
  'completeness',
  'confirmedOn',
  'channel',
  'territory',
  'code',
  'ownerSince',
  'registeredOn',
  'phone',
  'tags',
  'creditLimit',
  'paymentDays',
] as const
export type ColumnName = (typeof columnNames)[number]
export const usualColumns: readonly ColumnName[] = [
  'name',
  'tier',
  'owner',
  'city',
  'contact',
  'completeness',
  'confirmedOn',
]

type Drawing = {
  t: TFunction<'customers'>
  formats: Formats
  channelName: (channel: string) => string
  /** Makes the address of a customer's page. */
  to: (id: string) => string
}
type Column = {
  width: number
  sortable?: true
  isFigure?: true
  render: (row: CustomerRow) => React.ReactNode
}

/** How each column is drawn. */
export function columnsOf(names: readonly ColumnName[], drawing: Drawing): DataTableColumn<CustomerRow>[] {
  const { t, formats, channelName, to } = drawing
  const all: Record<ColumnName, Column> = {
    name: { sortable: true, width: 280, render: (row) => <NameCell row={row} to={to(row.id)} /> },
    tier: { sortable: true, width: 84, render: (row) => <TierBadge tier={row.tier} /> },
    owner: { sortable: true, width: 190, render: (row) => <OwnerName person={row.owner} /> },
    city: { sortable: true, width: 150, render: (row) => <Place row={row} t={t} /> },
    contact: {
      width: 190,
      render: (row) => <Two first={row.contactName} second={row.contactPhone ?? row.phone} />,
    },
    completeness: {
      sortable: true,
      width: 130,
      isFigure: true,
      render: (row) => <CompletenessBar score={row.completeness} />,
    },
    confirmedOn: {
      sortable: true,
      width: 140,
      render: (row) => <Freshness confirmedOn={row.confirmedOn} fresh={row.fresh} />,
    },
    channel: {
      sortable: true,
      width: 140,
      render: (row) => (row.channel === null ? '' : channelName(row.channel)),
    },
    territory: { sortable: true, width: 150, render: (row) => row.territoryName },
    code: { sortable: true, width: 110, render: (row) => row.code },
    ownerSince: {
      sortable: true,
      width: 140,
      render: (row) => (row.ownerSince === null ? '' : formats.day(row.ownerSince)),
    },
    registeredOn: { sortable: true, width: 140, render: (row) => formats.day(row.registeredOn) },
    phone: { width: 160, render: (row) => row.phone },
    tags: { width: 160, render: (row) => row.tags.join(', ') },
    creditLimit: {
      sortable: true,
      width: 140,
      isFigure: true,
      render: (row) =>
        row.creditLimit === null ? '' : formats.money(row.creditLimit.minor, row.creditLimit.currency),
    },
    paymentDays: { sortable: true, width: 120, isFigure: true, render: (row) => row.paymentDays },
  }
  return names.map((name) => {
    const { width, sortable = false, isFigure, render } = all[name]
    return {
      accessor: name,
      title: t(`column.${name}`),
      width,
      sortable,
      render,
      textAlign: isFigure === true ? 'right' : 'left',
      ellipsis: true,
    }
  })
}

function NameCell({ row, to }: { row: CustomerRow; to: string }) {
  return (
    <Box>
      <Anchor
        component={Link}
        to={to}
        fw={600}
        size="sm"
        c="inherit"
        truncate
        display="block"
        data-customer={row.id}
      >
        {row.name}
      </Anchor>
      <Text size="xs" c="dimmed" truncate>
        {[row.code, row.parentName].filter(Boolean).join(' · ')}
      </Text>
    </Box>
  )
}

function Place({ row, t }: { row: CustomerRow; t: TFunction<'customers'> }) {
  const unsure = row.locatedBy === 'approximate' ? t('approximateShort') : null
  return <Two first={row.city} second={unsure ?? row.region} />
}

function Two({ first, second }: { first: string | null; second: string | null }) {
  return (
    <Box>
      <Text size="sm" truncate>
        {first}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {second}
      </Text>
    </Box>
  )
}
