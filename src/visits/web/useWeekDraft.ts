import { useMemo, useState } from 'react'
import type { Point } from '../../values/geo.ts'
import { type Draft, draftOfWeek, fillDraft, isSameDraft } from '../plan-draft.ts'
import type { Outlet, WeekPlan } from './planning-types.ts'

/** The week as it is being edited here: from what stands, with everything that it needs at hand. */
export function useWeekDraft(plan: WeekPlan) {
  const days = useMemo(() => shownDays(plan), [plan])
  const standing = useMemo(() => draftOfWeek(days, plan.visits), [days, plan.visits])
  const [draft, setDraft] = useState<Draft>(standing)
  const outlets = useMemo(
    () =>
      new Map<string, Outlet>([...plan.visits, ...plan.due].map(({ customer }) => [customer.id, customer])),
    [plan],
  )
  const points = useMemo(
    () => new Map<string, Point | null>([...outlets].map(([id, outlet]) => [id, pointOf(outlet)])),
    [outlets],
  )
  const open = days.filter((day) => day >= plan.today)
  const room = {
    visitsADay: plan.visitsADay,
    open: plan.workdays.filter((day) => day >= plan.today),
    base: plan.base,
  }
  return {
    days,
    open,
    draft,
    outlets,
    points,
    setDraft,
    isChanged: !isSameDraft(draft, standing),
    reset: () => setDraft(standing),
    fill: () =>
      setDraft((now) =>
        fillDraft(
          now,
          plan.due.filter(({ visitor }) => visitor === null || visitor.person === null),
          points,
          room,
        ),
      ),
  }
}
export type WeekDraft = ReturnType<typeof useWeekDraft>

export function pointOf({ latitude, longitude }: Outlet): Point | null {
  return latitude === null || longitude === null ? null : { latitude, longitude }
}

/** Working days, and any other on which something stands. */
function shownDays({ from, to, workdays, visits }: WeekPlan): string[] {
  const days = new Set([...workdays, ...visits.map(({ on }) => on)])
  return [...days].filter((day) => day >= from && day <= to).toSorted()
}
