import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ListSearch, isFiltered, leaveOut } from '../../list-search.ts'
import { useChannelName } from '../useChannelName.ts'
import { FilterMenu } from './FilterMenu.tsx'
import {
  type Facets,
  type FilterName,
  choicesOf,
  chosenOf,
  filterNames,
  usualFilters,
  withChosen,
} from './filters.ts'
import { SearchField } from './SearchField.tsx'
import classes from './list.module.css'

type Props = { search: ListSearch; facets: Facets | undefined; onChange: (search: ListSearch) => void }

/** What the list can be narrowed by: the usual filters, those in use, and the others behind one button. */
export function FilterBar({ search, facets, onChange }: Props) {
  const { t, i18n } = useTranslation('customers')
  const channelName = useChannelName()
  const [added, add] = useState<FilterName | null>(null)
  const words = { t, channelName, language: i18n.language }
  const isThere = (name: FilterName) =>
    usualFilters.includes(name) || name === added || chosenOf(search, name).length > 0
  return (
    <div className={classes['filters']}>
      <SearchField search={search} onChange={onChange} />
      {filterNames.filter(isThere).map((name) => (
        <FilterMenu
          key={name}
          label={t(`filter.${name}`)}
          choices={choicesOf(name, facets, words)}
          chosen={chosenOf(search, name)}
          onChange={(chosen) => onChange(withChosen(search, name, chosen))}
          begins={name === added}
          onClose={() => add(null)}
        />
      ))}
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button size="xs" variant="subtle" color="gray" leftSection={<IconPlus size={14} aria-hidden />}>
            {t('filterMore')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {filterNames
            .filter((name) => !isThere(name))
            .map((name) => (
              <Menu.Item key={name} onClick={() => add(name)}>
                {t(`filter.${name}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {isFiltered(search) && <ClearFilters search={search} onChange={onChange} />}
    </div>
  )
}

export function ClearFilters({ search, onChange }: Omit<Props, 'facets'>) {
  const { t } = useTranslation('customers')
  const kept = (['shows', 'colour', 'sort'] as const).filter((name) => search[name] !== undefined)
  const others = Object.keys(search).filter((name) => !(kept as string[]).includes(name))
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      onClick={() => onChange(leaveOut(search, others as (keyof ListSearch)[]))}
    >
      {t('filterClearAll')}
    </Button>
  )
}
