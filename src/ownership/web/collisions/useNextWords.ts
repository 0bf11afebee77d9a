import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import type { CaseInBrief } from './types.ts'

/** Who must do what by when, in one sentence; of a case that is over, how it ended. */
export function useNextWords(): (one: Pick<CaseInBrief, 'next' | 'stage' | 'owner'>) => string {
  const { t } = useTranslation('collisions')
  const { person } = useMe()
  const { day, fromToday, list } = useFormats()
  return ({ next, stage, owner }) => {
    if (next === null) return t(`ended.${stage}`, { owner: owner?.name ?? t('pool') })
    const by = t('by', { day: day(next.by), when: fromToday(next.by) })
    if (next.people === null)
      return t(next.mine ? `next.${next.what}.mine` : `next.${next.what}.others`, { by })
    if (next.what === 'appeal') return t('next.appeal', { by, owner: owner?.name ?? t('pool') })
    const mine = next.people.some(({ id }) => id === person.id)
    const names = list(next.people.map(({ name }) => name))
    return mine ? t('next.answer.mine', { by }) : t('next.answer.others', { names, by })
  }
}
