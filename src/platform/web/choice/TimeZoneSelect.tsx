import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText } from '../../../values/text.ts'
import { searchable } from './named-choices.ts'

/** A time zone by its city. Value: an IANA name. */
export function TimeZoneSelect(props: Omit<SelectProps, 'data' | 'filter' | 'searchable'>) {
  const { t } = useTranslation('shell')
  const value = props.value ?? null
  const data = useMemo(() => {
    const zones = Intl.supportedValuesOf('timeZone')
    return value === null || zones.includes(value) ? zones : [value, ...zones]
  }, [value])
  const words = useMemo(
    () => new Map(data.map((zone) => [zone, foldText(zone.replaceAll(/[/_]/g, ' '))])),
    [data],
  )
  return (
    <Select
      data={data.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      filter={searchable(words)}
      searchable
      nothingFoundMessage={t('choice.nothing')}
      {...props}
    />
  )
}

/** The time zones of a country, as far as this browser knows them. */
export function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & {
    getTimeZones?: () => string[] | undefined
  }
  return locale.getTimeZones?.() ?? []
}
