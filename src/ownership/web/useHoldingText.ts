import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import type { Holding } from './types.ts'

/** A time on a seat in words: who, from when to when, and why by whom. */
export function useHoldingText() {
  const { t } = useTranslation(['relay', 'customer'])
  const { day, instant } = useFormats()
  const cause = (word: string) => t(`customer:cause.${word}`, { defaultValue: word })
  return {
    who: ({ person }: Holding, role: string) =>
      person?.name ?? t(role === 'owner' ? 'relay:pool' : 'relay:nobody'),
    when: ({ from, until }: Holding) =>
      until === null
        ? t('relay:since', { from: day(from) })
        : t('relay:fromUntil', { from: day(from), until: day(addDays(until as Day, -1)) }),
    why: ({ cause: word, by, knownAt }: Holding) =>
      by === null
        ? t('relay:whyRule', { cause: cause(word), at: instant(knownAt) })
        : t('relay:why', { cause: cause(word), by: by.name, at: instant(knownAt) }),
  }
}
