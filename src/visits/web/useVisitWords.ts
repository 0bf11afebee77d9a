import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import type { VisitInBrief } from './types.ts'

/** How a visit is said in one line: its hour, how long, what came of it. */
export function useVisitWords() {
  const { t } = useTranslation('visits')
  const { time, today } = useFormats()
  function hourOf({ checkedInAt, checkedOutAt, plannedAt, minutes }: VisitInBrief): string | null {
    if (checkedInAt !== null)
      return checkedOutAt === null ? time(checkedInAt) : `${time(checkedInAt)}–${time(checkedOutAt)}`
    if (plannedAt === null) return minutes === null ? null : t('minutes', { count: minutes })
    return minutes === null ? plannedAt : `${plannedAt} · ${t('minutes', { count: minutes })}`
  }
  function stateOf(visit: VisitInBrief): string {
    if (visit.state === 'done') return t(visit.outcome === null ? 'state.done' : `outcome.${visit.outcome}`)
    const isLate = visit.state === 'planned' && visit.plannedOn !== null && visit.plannedOn < today
    return t(isLate ? 'state.not-made' : `state.${visit.state}`)
  }
  return { hourOf, stateOf }
}
