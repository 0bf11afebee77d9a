/** Fields whose change by a salesperson is a request (rule 1.4): name, tax id, location and terms; the code, which others refer to. */
const protectedFields: ReadonlySet<string> = new Set([
  'code',
  'name',
  'legalName',
  'taxId',
  'location',
  'creditLimit',
  'paymentDays',
])
/** Of the person in charge. */
const protectedOfInCharge: ReadonlySet<string> = new Set([
  'name',
  'phone',
  'email',
  'messaging',
  'inCharge',
  'removed',
])

export type SavedHow = 'save' | 'request' | 'no'

/** What `may` lists decides: whoever may change protected fields saves them at once. */
export function protectedSavedHow(may: readonly string[]): SavedHow {
  if (!may.includes('customers.change')) return 'no'
  return may.includes('customers.change.protected') ? 'save' : 'request'
}

/**
 * Whether a field of the profile saves at once or becomes a request. A place that nobody has given yet, or that was only
 * looked up by city, is no value that somebody answers for: the first exact one saves at once.
 */
export function fieldSavedHow(field: string, before: unknown, may: readonly string[]): SavedHow {
  const how = protectedSavedHow(may)
  if (how !== 'request') return how
  if (field === 'location' && isUnverified(before)) return 'save'
  return protectedFields.has(field) ? 'request' : 'save'
}

/** The same for a contact: only replacing the person in charge, or how to reach them, is protected. */
export function contactSavedHow(
  field: string,
  before: unknown,
  contact: { inCharge: boolean },
  may: readonly string[],
): SavedHow {
  const how = protectedSavedHow(may)
  if (how !== 'request') return how
  const replaces = contact.inCharge && protectedOfInCharge.has(field) && before !== null && before !== ''
  return replaces ? 'request' : 'save'
}

function isUnverified(location: unknown): boolean {
  if (location === null || location === undefined) return true
  return typeof location === 'object' && 'locatedBy' in location && location.locatedBy === 'approximate'
}
