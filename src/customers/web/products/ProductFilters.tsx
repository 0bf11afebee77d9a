import { Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProductSearch } from '../../product-search.ts'

type Props = {
  search: ProductSearch
  categories: readonly { value: string; count: number }[]
  onChange: (search: ProductSearch) => void
}

const states = ['sold', 'discontinued', 'all'] as const

/** Search by name or code, category, and whether it is still sold. */
export function ProductFilters({ search, categories, onChange }: Props) {
  const { t } = useTranslation('products')
  const { page: _page, ...rest } = search
  const without = (name: 'q' | 'category' | 'shows') => {
    const { [name]: _gone, ...kept } = rest
    return kept
  }
  const look = useDebouncedCallback(
    (q: string) => onChange({ ...without('q'), ...(q === '' ? {} : { q }) }),
    250,
  )
  return (
    <Group align="end">
      <TextInput
        label={t('search')}
        data-page-search
        defaultValue={search.q ?? ''}
        onChange={(event) => look(event.currentTarget.value.trim())}
        leftSection={<IconSearch size={16} aria-hidden />}
        w={{ base: '100%', sm: 320 }}
      />
      <Select
        label={t('field.category')}
        placeholder={t('anyCategory')}
        data={categories.map(({ value, count }) => ({
          value: `=${value}`,
          label: `${value === '' ? t('noCategory') : value} (${count})`,
        }))}
        value={search.category === undefined ? null : `=${search.category}`}
        onChange={(value) =>
          onChange({ ...without('category'), ...(value === null ? {} : { category: value.slice(1) }) })
        }
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('shell:choice.clear') }}
        w={{ base: '100%', sm: 220 }}
      />
      <SegmentedControl
        aria-label={t('which')}
        value={search.shows ?? 'sold'}
        onChange={(value) =>
          onChange({
            ...without('shows'),
            ...(value === 'discontinued' || value === 'all' ? { shows: value } : {}),
          })
        }
        data={states.map((value) => ({ value, label: t(`show.${value}`) }))}
      />
    </Group>
  )
}
