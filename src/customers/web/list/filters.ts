import type { TFunction } from 'i18next'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { type ListSearch, type ManyFilter, narrowed } from '../../list-search.ts'

export type Facets = components['schemas']['CustomerFacets']
export type Choice = { value: string; label: string; count?: number }

/** Filters in the order in which people ask for them; the first ones are always there, the others come when wanted. */
export const filterNames = [
  'owner',
  'tier',
  'city',
  'fresh',
  'territory',
  'region',
  'country',
  'channel',
  'completeness',
  'without',
  'has',
  'located',
  'tag',
  'status',
] as const
export type FilterName = (typeof filterNames)[number]
export const usualFilters: readonly FilterName[] = ['owner', 'tier', 'city', 'fresh']

/** What a customer can have or lack. */
const havings = [
  'owner',
  'backup',
  'sponsor',
  'location',
  'contact',
  'phone',
  'email',
  'tax-id',
  'products',
  'closures',
  'note',
  'request',
] as const
const completenessUpTo = [25, 50, 79] as const

type Words = { t: TFunction<'customers'>; channelName: (value: string) => string; language: string }

/** The choices that a filter offers, with how many customers each has where that is known. */
export function choicesOf(name: FilterName, facets: Facets | undefined, words: Words): Choice[] {
  const { t, channelName, language } = words
  if (name === 'completeness') {
    return completenessUpTo.map((score) => ({ value: String(score), label: t('upTo', { score }) }))
  }
  if (name === 'has' || name === 'without') {
    return havings.map((value) => ({ value, label: t(`having.${value}`) }))
  }
  if (facets === undefined) return []
  const label: { [other in FilterName]?: (value: string) => string } = {
    tier: (value) => (value === 'none' ? t('none') : t('tierIs', { tier: value })),
    country: (value) => countryName(value, language) ?? t('none'),
    channel: (value) => (value === '' ? t('none') : channelName(value)),
    fresh: (value) => t(`freshness.${value}`),
    located: (value) => t(`located.${value}`),
    status: (value) => t(`status.${value}`),
  }
  const text = label[name] ?? ((value: string) => value || t('none'))
  const counted = {
    owner: [],
    territory: [],
    tier: facets.tiers,
    city: facets.cities,
    fresh: facets.freshness,
    region: facets.regions,
    country: facets.countries,
    channel: facets.channels,
    located: facets.located,
    tag: facets.tags,
    status: facets.statuses,
  }
  if (name === 'owner') {
    return [
      { value: 'me', label: t('me') },
      { value: 'team', label: t('team') },
      ...facets.owners.map((one) => ({ ...one, label: one.value === 'pool' ? t('pool') : one.name })),
    ]
  }
  if (name === 'territory') {
    return facets.territories.map((one) => ({
      ...one,
      label: one.value === 'none' ? t('none') : one.name,
    }))
  }
  return counted[name].map(({ value, count }) => ({ value, count, label: text(value) }))
}

/** What is chosen of a filter. */
export function chosenOf(search: ListSearch, name: FilterName): string[] {
  if (name === 'fresh') return search.fresh === undefined ? [] : [search.fresh]
  if (name === 'completeness') {
    return search.completenessTo === undefined ? [] : [String(search.completenessTo)]
  }
  return search[name satisfies ManyFilter] ?? []
}

/** The search with other values of a filter. Of freshness and completeness one can be chosen: the last one wins. */
export function withChosen(search: ListSearch, name: FilterName, chosen: readonly string[]): ListSearch {
  const last = chosen.at(-1)
  if (name === 'completeness') {
    const more = last === undefined ? {} : { completenessTo: Number(last) }
    return narrowed(search, more, ['completenessTo', 'completenessFrom'])
  }
  if (last === undefined) return narrowed(search, {}, [name])
  if (name === 'fresh') return narrowed(search, { fresh: last === 'stale' ? 'stale' : 'fresh' })
  return narrowed(search, { [name]: [...chosen] })
}

function countryName(code: string, language: string): string | null {
  if (!/^[A-Z]{2}$/.test(code)) return null
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}
