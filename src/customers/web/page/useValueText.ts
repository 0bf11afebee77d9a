import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import { useMe } from '../../../people/web/useMe.ts'
import { useChannelName } from '../useChannelName.ts'
import { closureText } from './closure-text.ts'
import type { Customer, WeeklyHours } from './customer.ts'
import { linesOf } from './Hours.tsx'

/** Writes any value of any field as a person reads it: `valueText('creditLimit', { minor, currency })`. */
export function useValueText(customer: Customer): (field: string, value: unknown) => string {
  const { t, i18n } = useTranslation('customer')
  const { money, number, day, list } = useFormats()
  const channelName = useChannelName()
  const { company } = useMe()
  const territories = api.useQuery('get', '/api/territories').data?.territories ?? []
  const known: Record<string, (value: never) => string | undefined> = {
    territoryId: (id: string) => territories.find((one) => one.id === id)?.name ?? t('value.otherTerritory'),
    parentId: (id: string) => (id === customer.parent?.id ? customer.parent.name : t('value.otherParent')),
    inCharge: (id: string | boolean) =>
      typeof id === 'boolean'
        ? t(id ? 'yes' : 'no')
        : (customer.contacts.find((contact) => contact.id === id)?.name ?? t('value.otherContact')),
    channel: channelName,
    country: (code: string) => new Intl.DisplayNames(i18n.language, { type: 'region' }).of(code),
    openingHours: (hours: WeeklyHours) => linesOf(hours, i18n.language).join('; '),
    visitHours: (hours: WeeklyHours) => linesOf(hours, i18n.language).join('; '),
    closures: (closures: { from: string; to: string; reason?: string }[]) =>
      closures.map((one) => closureText(one, i18n.language)).join('; '),
    // The history keeps what changed: of an amount perhaps not the currency, of a place perhaps one coordinate.
    creditLimit: ({ minor, currency }: { minor: number; currency?: string }) =>
      money(minor, currency ?? customer.creditLimit?.currency ?? company.currency),
    location: (place: Partial<Place>) => placeText({ ...customer.location, ...defined(place) } as Place, t),
    parts: (parts: string[]) => list(parts.map((part) => t(`part.${part}`))),
    tierBy: (by: string) => t(`value.tierBy.${by === 'hand' ? 'hand' : 'computed'}`),
    status: (status: string) => t(`customers:status.${status}`),
  }
  return (field, value) => {
    if (value === null || value === undefined || value === '') return ''
    if (Array.isArray(value) && value.length === 0) return ''
    const said = known[field]?.(value as never)
    if (said !== undefined) return said
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return number(value)
    if (Array.isArray(value)) return list(value.map(String))
    if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value
    return JSON.stringify(value)
  }
}

/** The parts that are there. */
function defined(place: Partial<Place>): Partial<Place> {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))
}

type Place = { latitude: number; longitude: number; accuracyM: number | null; locatedBy: string }

function placeText(place: Place, t: TFunction<'customer'>): string {
  const figures = `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`
  const how = t(`customers:located.${place.locatedBy}`)
  return place.accuracyM === null
    ? t('value.place', { figures, how })
    : t('value.placeWithin', { figures, how, metres: place.accuracyM })
}
