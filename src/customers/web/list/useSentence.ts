import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { ListSearch } from '../../list-search.ts'
import { useChannelName } from '../useChannelName.ts'
import type { Facets } from './filters.ts'

/** The selection in words: "A customers of Ana in Valencia, stale". Each language orders the parts by its own frame. */
export function useSentence(search: ListSearch, facets: Facets | undefined, count: number): string {
  const { t, i18n } = useTranslation('customers')
  const { list, number } = useFormats()
  const channelName = useChannelName()
  const { tier, owner, city, region, country, territory } = search
  const countryName = new Intl.DisplayNames(i18n.language, { type: 'region' })
  const ownerName = (value: string) =>
    value === 'pool' || value === 'me' || value === 'team'
      ? t(`sentence.${value}`)
      : (facets?.owners.find((one) => one.value === value)?.name ?? '…')
  const territoryName = (value: string) =>
    facets?.territories.find((one) => one.value === value)?.name ?? t('sentence.noTerritory')
  const places = [
    ...(city ?? []).map((name) => (name === '' ? t('sentence.noCity') : name)),
    ...(region ?? []),
    ...(country ?? []).map((code) => (/^[A-Z]{2}$/.test(code) ? (countryName.of(code) ?? code) : code)),
    ...(territory ?? []).map(territoryName),
  ]
  const named = (words: string, names: readonly string[] | undefined) =>
    names === undefined || names.length === 0 ? [] : [t(`sentence.${words}`, { names: list(names) })]
  const states = search.status?.filter((state) => state !== 'active') ?? []
  const qualities = [
    ...(search.fresh === undefined ? [] : [t(`sentence.${search.fresh}`)]),
    ...states.map((state) => t(`sentence.${state}`)),
    ...(search.completenessTo === undefined
      ? []
      : [t('sentence.upTo', { score: number(search.completenessTo) })]),
    ...(search.completenessFrom === undefined
      ? []
      : [t('sentence.from', { score: number(search.completenessFrom) })]),
    ...named(
      'channel',
      search.channel?.map((value) => (value === '' ? t('none') : channelName(value))),
    ),
    ...named(
      'located',
      search.located?.map((value) => t(`located.${value}`)),
    ),
    ...named(
      'has',
      search.has?.map((value) => t(`having.${value}`)),
    ),
    ...named(
      'without',
      search.without?.map((value) => t(`having.${value}`)),
    ),
    ...named('tag', search.tag),
    ...(search.parent === undefined ? [] : [t('sentence.chain')]),
    ...(search.batch === undefined ? [] : [t('sentence.batch')]),
    ...(search.q === undefined ? [] : [t('sentence.matching', { text: search.q })]),
  ]
  const tiers = tier?.map((value) => (value === 'none' ? t('sentence.noTier') : value))
  return t('sentence.frame', {
    kind:
      tiers === undefined
        ? t('sentence.kind', { count })
        : t('sentence.tiered', { count, names: list(tiers) }),
    owner: owner === undefined ? '' : t('sentence.owner', { names: list(owner.map(ownerName)) }),
    place: places.length === 0 ? '' : t('sentence.place', { names: list(places) }),
    rest: qualities.length === 0 ? '' : t('sentence.rest', { words: qualities.join(t('sentence.comma')) }),
  })
}
