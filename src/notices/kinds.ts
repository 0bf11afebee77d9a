/** What a notice knows: ids, counts, days and words of the program; never a text that somebody typed. */
export type Facts = Readonly<Record<string, string | number>>

/** What an id among the facts stands for. */
export type Named = 'person' | 'customer'

type Kind = {
  /** Facts that are ids and are shown by name. */
  readonly names: Readonly<Record<string, Named>>
  /** Facts that are calendar days. */
  readonly days?: readonly string[]
  /** Which of the kind's sentences; the kind itself when there is one only. `kinds.<kind>.<form>` in the sentences. */
  readonly form?: (facts: Facts) => string
  /** The address in the app of what it is about; null when there is nothing to open. */
  readonly link: (facts: Facts, about: string) => string | null
}

const customersOfBatch = (_: Facts, batch: string) => `/customers?batch=${batch}`
const theCustomer = ({ customer }: Facts) => `/customers/${customer}`
const theAccount = ({ customer }: Facts) => `/receivables/${customer}`
const theCollision = (facts: Facts, about: string) => `/collisions/${facts['collision'] ?? about}`
const returningSoon = () => '/pool?view=returning'
const thePool = () => '/pool'
const ifKnown = (fact: string, known: string, unknown: string) => (facts: Facts) =>
  facts[fact] === undefined ? unknown : known

/**
 * Every kind of notice: a feature that has something to tell adds a line here and its sentences to
 * `locales/…/notices.json`. Where `by` is missing, the program itself did it.
 */
export const kinds = {
  'customers-received': {
    names: { by: 'person', from: 'person' },
    form: ifKnown('from', 'from', 'plain'),
    link: customersOfBatch,
  },
  'customers-given': {
    names: { by: 'person', to: 'person' },
    form: ({ to, several }) => (to !== undefined ? 'to' : several === 1 ? 'several' : 'pool'),
    link: ({ to }) => (to === undefined ? null : `/people/${to}`),
  },
  // One kind a role: a batch may make somebody both, and a person is told of a kind once a batch.
  'backup-received': { names: { by: 'person' }, link: customersOfBatch },
  'sponsor-received': { names: { by: 'person' }, link: customersOfBatch },
  'backup-ended': { names: { by: 'person' }, link: () => null },
  'sponsor-ended': { names: { by: 'person' }, link: () => null },
  'cover-planned': { names: { by: 'person' }, days: ['from', 'until'], link: customersOfBatch },
  'cover-began': {
    names: { for: 'person' },
    days: ['until'],
    form: ifKnown('for', 'one', 'several'),
    link: customersOfBatch,
  },
  'cover-ended': { names: { for: 'person' }, form: ifKnown('for', 'one', 'several'), link: () => null },
  'customers-covered': { names: { to: 'person' }, days: ['until'], link: customersOfBatch },
  'collision-opened': { names: { customer: 'customer' }, link: theCollision },
  'collision-ruled': { names: { customer: 'customer', to: 'person' }, link: theCollision },
  'complaint-to-answer': {
    names: { customer: 'customer', by: 'person' },
    days: ['dueOn'],
    link: ({ customer }) => `/complaints?customer=${customer}`,
  },
  'recycling-announced': { names: {}, days: ['on'], link: returningSoon },
  'recycling-announced-below': { names: {}, days: ['on'], link: returningSoon },
  'customers-recycled': { names: {}, link: thePool },
  'customers-recycled-below': { names: {}, link: thePool },
  'customer-given-back': { names: { customer: 'customer', by: 'person' }, link: thePool },
  'customer-claimed': { names: { customer: 'customer', by: 'person' }, link: theCustomer },
  'request-opened': { names: { customer: 'customer', by: 'person' }, link: theCustomer },
  'request-approved': { names: { customer: 'customer', by: 'person' }, link: theCustomer },
  'request-rejected': { names: { customer: 'customer', by: 'person' }, link: theCustomer },
  'visit-planned': {
    names: { by: 'person', customer: 'customer' },
    days: ['on'],
    link: (_: Facts, visit: string) => `/visits/${visit}`,
  },
  'promises-overdue': { names: {}, link: () => '/visits?view=promises' },
  'tiers-computed': {
    names: {},
    form: ({ up, down }) => (up === 0 && down === 0 ? 'first' : 'moved'),
    link: customersOfBatch,
  },
  'tiers-not-computed': { names: {}, days: ['day'], link: () => '/settings/tiers' },
  'payment-voided': { names: { customer: 'customer', by: 'person' }, link: theAccount },
  'over-limit': { names: { customer: 'customer' }, link: theAccount },
  'hand-in-difference': {
    names: { person: 'person', by: 'person' },
    form: ({ less }) => (less === 1 ? 'less' : 'more'),
    link: ({ person }) => `/cash?view=handed-in&person=${person}`,
  },
  'webhook-disabled': { names: {}, link: () => '/settings/webhooks' },
} as const satisfies Record<string, Kind>

export type NoticeKind = keyof typeof kinds
/** The kinds by name, for notices that come from elsewhere: an older or newer program may know others. */
export const kindsByName: Readonly<Record<string, Kind | undefined>> = { ...kinds }
