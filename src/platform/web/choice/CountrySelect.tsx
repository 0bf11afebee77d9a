import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countries } from '../../../values/country.ts'
import { namedChoices, searchable } from './named-choices.ts'

/** A country by its name in the person's language; found by its English name and code too. Value: two letters. */
export function CountrySelect(props: Omit<SelectProps, 'data' | 'filter' | 'searchable'>) {
  const { i18n, t } = useTranslation('shell')
  const choices = useMemo(() => namedChoices(countries, 'region', i18n.language), [i18n.language])
  return (
    <Select
      data={choices.data}
      filter={searchable(choices.words)}
      searchable
      nothingFoundMessage={t('choice.nothing')}
      {...props}
    />
  )
}
