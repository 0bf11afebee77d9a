import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'

type Place = { latitude: number; longitude: number; accuracyM?: number | null }
type Amount = { minor: number; currency: string }

/** Names of fields, and their values as a person reads them. */
export function useFieldWords() {
  const { t, i18n } = useTranslation(['stewardship', 'customer', 'customers'])
  const { money, list, number } = useFormats()
  const countries = new Intl.DisplayNames(i18n.language, { type: 'region' })
  const coded: Record<string, (code: string) => string | undefined> = {
    channel: (code) => t(`customers:channelName.${code}`, { defaultValue: code }),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? countries.of(code) : code),
    territoryId: () => t('customer:value.otherTerritory'),
    parentId: () => t('customer:value.otherParent'),
  }
  /** `name` is what a value that is an id is called. */
  function value(field: string, given: unknown, name: string | null = null): string {
    if (given === null || given === undefined || given === '') return t('nothing')
    if (name !== null) return name
    const word = typeof given === 'string' ? coded[field]?.(given) : undefined
    if (word !== undefined) return word
    if (typeof given === 'string') return given
    if (typeof given === 'number') return number(given)
    if (typeof given === 'boolean') return t(given ? 'yes' : 'no')
    if (Array.isArray(given)) {
      if (given.length === 0) return t('nothing')
      if (given.every((one) => typeof one === 'string')) return list(given)
      return list(given.map(interval))
    }
    const one = given as Partial<Place & Amount & { name: string; phone: string | null }>
    if (one.name !== undefined) return [one.name, one.phone].filter(Boolean).join(', ')
    if (one.minor !== undefined && one.currency !== undefined) return money(one.minor, one.currency)
    if (one.latitude !== undefined && one.longitude !== undefined)
      return `${one.latitude.toFixed(5)}, ${one.longitude.toFixed(5)}`
    return t('nothing')
  }
  function interval(given: unknown): string {
    const { day, from, to } = given as { day?: number; from?: string; to?: string }
    const name = day === undefined ? '' : `${weekday(day, i18n.language)} `
    return `${name}${from ?? ''}–${to ?? ''}`
  }
  return { field: (name: string) => t(`field.${name}`, { defaultValue: name }), value }
}

/** Monday is 1. */
function weekday(day: number, language: string): string {
  // 5 January 2026 is a Monday.
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2026, 0, 4 + day),
  )
}
