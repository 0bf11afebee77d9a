/** A change point: from this day the person reports to this manager, or to nobody. */
export type Reporting = {
  readonly personId: string
  readonly fromDay: string
  readonly managerId: string | null
}
export type Loop = { readonly day: string; readonly people: readonly string[] }

/**
 * The first day on which somebody would report to themselves through others, and the people in that circle; null when
 * the tree of managers is a tree on every day. A circle can only close on a day when somebody's manager changes, so
 * only those days and people are looked at.
 */
export function findLoop(reportings: readonly Reporting[]): Loop | null {
  const managers = new Map<string, string | null>()
  const points = reportings.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : Number(a.fromDay > b.fromDay)))
  let at = 0
  while (at < points.length) {
    const day = points[at]?.fromDay ?? ''
    const begun = at
    for (; points[at]?.fromDay === day; at += 1) {
      const { personId = '', managerId = null } = points[at] ?? {}
      managers.set(personId, managerId)
    }
    for (const { personId } of points.slice(begun, at)) {
      const people = circleThrough(personId, managers)
      if (people !== null) return { day, people }
    }
  }
  return null
}

function circleThrough(person: string, managers: ReadonlyMap<string, string | null>): string[] | null {
  const chain = [person]
  const seen = new Set(chain)
  for (let above = managers.get(person) ?? null; above !== null; above = managers.get(above) ?? null) {
    if (above === person) return chain
    // A circle that this person only leads into; it is found from one of its own members.
    if (seen.has(above)) return null
    seen.add(above)
    chain.push(above)
  }
  return null
}

/** The post that holds on a day: the last that had begun by then. */
export function postOn<P extends { readonly fromDay: string }>(posts: readonly P[], day: string): P | null {
  let found: P | null = null
  for (const post of posts) {
    if (post.fromDay <= day && (found === null || post.fromDay > found.fromDay)) found = post
  }
  return found
}
