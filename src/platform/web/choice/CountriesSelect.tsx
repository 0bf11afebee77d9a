import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countries } from '../../../values/country.ts'
import { namedChoices, searchable } from './named-choices.ts'

/** Several countries by their names in the person's language. Values: two letters each. */
export function CountriesSelect(props: Omit<MultiSelectProps, 'data' | 'filter' | 'searchable'>) {
  const { i18n, t } = useTranslation('shell')
  const choices = useMemo(() => namedChoices(countries, 'region', i18n.language), [i18n.language])
  return (
    <MultiSelect
      data={choices.data}
      filter={searchable(choices.words)}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('choice.nothing')}
      {...props}
    />
  )
}
