import { Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../../platform/web/choice/DayField.tsx'
import type { PriceSearch } from '../../price-search.ts'

type Props = { search: PriceSearch; today: string; onChange: (part: Record<string, unknown>) => void }

/** Which products, and from which day on what is written holds. */
export function PriceFilters({ search, today, onChange }: Props) {
  const { t } = useTranslation('prices')
  const look = useDebouncedCallback((q: string) => onChange({ q: q.trim() }), 250)
  return (
    <Group align="end">
      <TextInput
        label={t('search')}
        data-page-search
        defaultValue={search.q ?? ''}
        onChange={(event) => look(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        w={{ base: '100%', sm: 300 }}
      />
      <DayField
        label={t('holdFrom')}
        value={search.day ?? today}
        onChange={(day) => onChange({ day: day === today || day === null ? undefined : day })}
        w={{ base: '100%', sm: 180 }}
      />
      <SegmentedControl
        aria-label={t('which')}
        value={search.which ?? 'all'}
        onChange={(which) => onChange({ which })}
        data={[
          { value: 'all', label: t('show.all') },
          { value: 'listed', label: t('show.listed') },
        ]}
      />
    </Group>
  )
}
