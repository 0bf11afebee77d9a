import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currencies } from '../../../values/currency.ts'
import { namedChoices, searchable } from './named-choices.ts'

/** A currency by its name in the person's language, or by its code. Value: ISO 4217. */
export function CurrencySelect(props: Omit<SelectProps, 'data' | 'filter' | 'searchable'>) {
  const { i18n, t } = useTranslation('shell')
  const choices = useMemo(
    () => namedChoices(currencies, 'currency', i18n.language, (code, name) => `${name} (${code})`),
    [i18n.language],
  )
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
