import { Accordion, Button, Drawer, Group, Indicator, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { ListSearch } from '../../list-search.ts'
import { useChannelName } from '../useChannelName.ts'
import { ClearFilters } from './FilterBar.tsx'
import { FilterChoices } from './FilterChoices.tsx'
import { type Facets, choicesOf, chosenOf, filterNames, withChosen } from './filters.ts'
import { SearchField } from './SearchField.tsx'
import classes from './list.module.css'

type Props = {
  search: ListSearch
  facets: Facets | undefined
  total: number | undefined
  onChange: (search: ListSearch) => void
}

/** On a phone: the search, and all filters on a sheet from below that says at once how many there are. */
export function FilterSheet({ search, facets, total, onChange }: Props) {
  const { t, i18n } = useTranslation('customers')
  const { number, list } = useFormats()
  const channelName = useChannelName()
  const [opened, { open, close }] = useDisclosure(false)
  const words = { t, channelName, language: i18n.language }
  const inUse = filterNames.filter((name) => chosenOf(search, name).length > 0)
  return (
    <Group gap="xs" wrap="nowrap">
      <SearchField search={search} onChange={onChange} />
      <Indicator label={inUse.length} size={18} disabled={inUse.length === 0}>
        <Button
          variant="default"
          px="sm"
          aria-label={inUse.length === 0 ? t('filters') : t('filtersInUse', { count: inUse.length })}
          onClick={open}
        >
          <IconAdjustmentsHorizontal size={18} aria-hidden />
        </Button>
      </Indicator>
      <Drawer
        opened={opened}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
        onClose={close}
        position="bottom"
        size="85%"
        title={t('filters')}
        radius="md"
      >
        <Accordion multiple defaultValue={[...inUse]} variant="default" chevronPosition="right">
          {filterNames.map((name) => {
            const choices = choicesOf(name, facets, words)
            const chosen = chosenOf(search, name)
            const said = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label)
            return (
              <Accordion.Item key={name} value={name}>
                <Accordion.Control>
                  {t(`filter.${name}`)}
                  {said.length > 0 && (
                    <Text size="sm" c="dimmed" truncate>
                      {list(said)}
                    </Text>
                  )}
                </Accordion.Control>
                <Accordion.Panel>
                  <FilterChoices
                    label={t(`filter.${name}`)}
                    choices={choices}
                    chosen={chosen}
                    onChange={(values) => onChange(withChosen(search, name, values))}
                  />
                </Accordion.Panel>
              </Accordion.Item>
            )
          })}
        </Accordion>
        <Group grow className={classes['sheetFoot']}>
          {inUse.length > 0 && <ClearFilters search={search} onChange={onChange} />}
          <Button onClick={close}>{t('filterShow', { count: total ?? 0, shown: number(total ?? 0) })}</Button>
        </Group>
      </Drawer>
    </Group>
  )
}
