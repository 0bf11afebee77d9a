import { useTranslation } from 'react-i18next'
import { isKnownChannel } from '../../../customers/channels.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'

export type PriceList = components['schemas']['PriceList']

/** Whom a list is for and when it holds, as sentences. */
export function usePriceListWords() {
  const { t } = useTranslation(['prices', 'customers'])
  const { day, list } = useFormats()
  const channelName = (channel: string) =>
    isKnownChannel(channel) ? t(`customers:channelName.${channel}`) : channel
  return {
    whomOf: ({ byAgreement, channels, tiers }: PriceList) => {
      if (byAgreement) return t('whom.agreed')
      const whom = [
        channels.length === 0 ? null : list(channels.map(channelName)),
        tiers.length === 0 ? null : t('whom.tiers', { count: tiers.length, tiers: list(tiers) }),
      ].filter((part) => part !== null)
      return whom.length === 0 ? t('whom.all') : t('whom.some', { whom: whom.join(' · ') })
    },
    whenOf: ({ fromDay, toDay }: Pick<PriceList, 'fromDay' | 'toDay'>) => {
      if (fromDay !== null && toDay !== null) return t('when.both', { from: day(fromDay), to: day(toDay) })
      if (fromDay !== null) return t('when.from', { from: day(fromDay) })
      return toDay === null ? null : t('when.to', { to: day(toDay) })
    },
  }
}
