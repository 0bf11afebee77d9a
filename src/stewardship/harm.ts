/** What a steward is asked to mend (rule 1.3), in the order in which counts are shown. */
export const issueKinds = [
  'request',
  'duplicate',
  'no-person-in-charge',
  'unlocated',
  'incomplete',
  'stale',
  'no-territory',
] as const
export type IssueKind = (typeof issueKinds)[number]
/** Those that lie in the profile itself. */
export const profileIssues = [
  'no-person-in-charge',
  'unlocated',
  'incomplete',
  'stale',
  'no-territory',
] as const satisfies readonly IssueKind[]
export type ProfileIssue = (typeof profileIssues)[number]

/** Probable duplicates are counted up to here; beyond, the queue says "more than". */
export const pairsCountedTo = 1000

/** Profiles below this completeness are to be filled. */
export const incompleteBelow = 60

/**
 * How much harm an issue does while it stays, in points: nobody to talk to is worse than a place that is only roughly
 * known. A stale profile is the mildest; what a person waits for and what counts double come first.
 */
export const harmOf: Readonly<Record<IssueKind, number>> = {
  duplicate: 60,
  request: 55,
  'no-person-in-charge': 40,
  unlocated: 30,
  incomplete: 25,
  stale: 15,
  'no-territory': 10,
}

/** What goes wrong at an A customer costs most. */
export const tierFactor = { A: 3, B: 2, C: 1 } as const
export function factorOf(tier: 'A' | 'B' | 'C' | null): number {
  return tier === null ? 1 : tierFactor[tier]
}

/** All issues of a profile together, weighed by its tier. */
export function harmOfProfile(tier: 'A' | 'B' | 'C' | null, issues: readonly ProfileIssue[]): number {
  return factorOf(tier) * issues.reduce((sum, issue) => sum + harmOf[issue], 0)
}

/** The one to mend first among the issues of a profile. */
export function worstOf(issues: readonly ProfileIssue[]): ProfileIssue | null {
  return profileIssues.find((kind) => issues.includes(kind)) ?? null
}

/** A request gains a point with each day that somebody waits, at most 30. */
export function harmOfRequest(tier: 'A' | 'B' | 'C' | null, daysWaiting: number): number {
  return harmOf.request * factorOf(tier) + Math.min(30, Math.max(0, daysWaiting))
}

/** A sure pair is worse than a likely one; the better of the two customers counts. */
export function harmOfPair(tiers: readonly ('A' | 'B' | 'C' | null)[], score: number): number {
  return Math.round((harmOf.duplicate * Math.max(1, ...tiers.map(factorOf)) * score) / 100)
}
