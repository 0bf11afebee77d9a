import type { CompletenessPart } from './settings.ts'
import type { ProfileField } from './profile-form.ts'

/** Where something of a customer is edited: one press on what is missing opens it. */
export type Editor =
  | { readonly form: 'profile'; readonly field?: ProfileField }
  | { readonly form: 'opening' | 'visit' | 'place' | 'tier' | 'in-charge' | 'products' }

/** Which form fills a part of the completeness (rule 1.3), and which of its fields comes first. */
export const editorOf: Readonly<Record<CompletenessPart, Editor>> = {
  address: { form: 'profile', field: 'street' },
  location: { form: 'place' },
  phone: { form: 'profile', field: 'phone' },
  email: { form: 'profile', field: 'email' },
  'person-in-charge': { form: 'in-charge' },
  'reachable-in-charge': { form: 'in-charge' },
  channel: { form: 'profile', field: 'channel' },
  tier: { form: 'tier' },
  'opening-hours': { form: 'opening' },
  'visit-hours': { form: 'visit' },
  'tax-id': { form: 'profile', field: 'taxId' },
  terms: { form: 'profile', field: 'paymentDays' },
  products: { form: 'products' },
}

/** Reads what an address asks to edit: a part of the completeness, so that the steward's queue can lead there. */
export function editorAsked(part: unknown): Editor | null {
  return typeof part === 'string' && Object.hasOwn(editorOf, part) ? editorOf[part as CompletenessPart] : null
}
