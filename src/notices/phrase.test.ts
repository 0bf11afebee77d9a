import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sentencesOf } from '../platform/server/sentences.ts'
import { type Facts, kinds } from './kinds.ts'
import { linkOf, phraseOf } from './phrase.ts'

const about = '019a0000-0000-7000-8000-000000000001'
const customer = '019a0000-0000-7000-8000-000000000002'
const write = { day: (day: string) => `<${day}>`, nameless: (fact: string) => `(${fact})` }

/** Facts with which every form of each kind is reached, and the English sentence. */
const told: [
  kind: keyof typeof kinds,
  facts: Facts,
  names: Record<string, string | null>,
  sentence: string,
][] = [
  [
    'customers-received',
    { by: 'c', from: 'a', count: 64 },
    { by: 'Carmen', from: 'Ana' },
    'Carmen gave you 64 customers of Ana',
  ],
  ['customers-received', { by: 'c', count: 1 }, { by: 'Carmen' }, 'Carmen gave you 1 customer'],
  ['customers-received', { count: 1200 }, {}, '(program) gave you 1,200 customers'],
  [
    'customers-given',
    { by: 'c', to: 'b', count: 2 },
    { by: null, to: 'Bea' },
    '(person) gave 2 of your customers to Bea',
  ],
  [
    'customers-given',
    { by: 'c', several: 1, count: 2 },
    { by: 'Carmen' },
    'Carmen gave 2 of your customers to several people',
  ],
  [
    'customers-given',
    { by: 'c', count: 2 },
    { by: 'Carmen' },
    'Carmen put 2 of your customers into the company pool',
  ],
  [
    'tiers-computed',
    { count: 3, up: 2, down: 1 },
    {},
    '3 customers of yours have another tier by their sales: 2 up, 1 down',
  ],
  [
    'tiers-computed',
    { count: 1, up: 0, down: 0 },
    {},
    '1 customer of yours has a tier for the first time, by its sales',
  ],
  [
    'tiers-not-computed',
    { currency: 'USD', day: '2026-02-10' },
    {},
    'Tiers couldn’t be computed: sales in USD have no exchange rate on <2026-02-10>',
  ],
  [
    'payment-voided',
    { customer, by: 'b' },
    { customer: 'Bar Sol', by: 'Bea' },
    'Bea voided a payment of Bar Sol: what it had settled is open again',
  ],
  ['over-limit', { customer }, { customer: 'Bar Sol' }, 'Bar Sol owes more than its credit limit'],
  [
    'hand-in-difference',
    { person: 'a', by: 'b', less: 1 },
    { person: 'Ana', by: 'Bea' },
    'Bea counted less than Ana was to hand in',
  ],
  [
    'hand-in-difference',
    { person: 'a', by: 'b', less: 0 },
    { person: 'Ana', by: 'Bea' },
    'Bea counted more than Ana was to hand in',
  ],
  ['backup-received', { by: 'c', count: 1 }, { by: 'Carmen' }, 'Carmen made you backup of 1 customer'],
  ['sponsor-received', { by: 'c', count: 3 }, { by: 'Carmen' }, 'Carmen made you sponsor of 3 customers'],
  [
    'backup-ended',
    { by: 'c', count: 3 },
    { by: 'Carmen' },
    'You are no longer backup of 3 customers (Carmen)',
  ],
  [
    'sponsor-ended',
    { by: 'c', count: 1 },
    { by: 'Carmen' },
    'You are no longer sponsor of 1 customer (Carmen)',
  ],
  [
    'cover-planned',
    { by: 'c', count: 5, from: '2026-11-24', until: '2026-12-01' },
    { by: 'Carmen' },
    'Carmen has you stand in for 5 customers from <2026-11-24> to <2026-12-01>',
  ],
  [
    'cover-began',
    { for: 'a', count: 5, until: '2026-12-01' },
    { for: 'Ana' },
    'You cover 5 customers for Ana until <2026-12-01>',
  ],
  ['cover-began', { count: 1, until: '2026-12-01' }, {}, 'You cover 1 customer until <2026-12-01>'],
  [
    'cover-ended',
    { for: 'a', count: 5 },
    { for: 'Ana' },
    'Your cover for Ana has ended: 5 customers went back',
  ],
  ['cover-ended', { count: 1 }, {}, 'A cover of yours has ended: 1 customer went back'],
  [
    'customers-covered',
    { to: 'b', count: 5, until: '2026-12-01' },
    { to: 'Bea' },
    'Bea stands in for you with 5 customers until <2026-12-01>',
  ],
  [
    'recycling-announced',
    { count: 2, on: '2026-12-01' },
    {},
    '2 customers of yours return to the company pool from <2026-12-01> on unless you visit them or they order',
  ],
  [
    'recycling-announced-below',
    { count: 1, on: '2026-12-01' },
    {},
    '1 customer of your team returns to the company pool on <2026-12-01> unless somebody goes there or it orders',
  ],
  [
    'customers-recycled',
    { count: 2 },
    {},
    '2 customers of yours went back to the company pool: no visit and no order for long',
  ],
  [
    'customers-recycled-below',
    { count: 1 },
    {},
    '1 customer of your team went back to the company pool and needs somebody',
  ],
  [
    'customer-given-back',
    { customer, by: 'b' },
    { customer: 'Bar Sol', by: 'Bea' },
    'Bea gave Bar Sol back to the company pool',
  ],
  [
    'collision-opened',
    { customer },
    { customer: 'Bar Sol' },
    'Two of you say that Bar Sol is theirs; it will be ruled on',
  ],
  [
    'collision-ruled',
    { customer, to: 'a' },
    { customer: 'Bar Sol', to: 'Ana' },
    'It is ruled: Bar Sol belongs to Ana',
  ],
  [
    'complaint-to-answer',
    { customer, by: 'b', dueOn: '2026-05-09' },
    { customer: 'Bar Sol', by: 'Bea' },
    'Bea asks you to answer a complaint of Bar Sol by <2026-05-09>',
  ],
  [
    'customer-claimed',
    { customer, by: 'b' },
    { customer: null, by: 'Bea' },
    'Bea took (customer) from the company pool',
  ],
  [
    'request-opened',
    { customer, by: 'b', count: 2 },
    { customer: 'Bar Sol', by: 'Bea' },
    'Bea asks for your yes to 2 changes of Bar Sol',
  ],
  [
    'request-approved',
    { customer, by: 'b' },
    { customer: 'Bar Sol', by: 'Bea' },
    'Bea approved your change of Bar Sol',
  ],
  [
    'request-rejected',
    { customer, by: 'b' },
    { customer: 'Bar Sol', by: 'Bea' },
    'Bea turned down your change of Bar Sol',
  ],
  [
    'visit-planned',
    { customer, by: 'b', on: '2026-05-03' },
    { customer: 'Bar Sol', by: 'Bea' },
    'Bea planned a visit to Bar Sol with you on <2026-05-03>',
  ],
  ['promises-overdue', { count: 2 }, {}, '2 promises to customers are overdue'],
  ['webhook-disabled', {}, {}, 'A webhook was switched off, because nothing arrived there for days'],
]

test.each(told)('%s %j', (kind, facts, names, sentence) => {
  const { key, values } = phraseOf({ kind, aboutId: about, facts, names }, write)
  expect(sentencesOf('notices', 'en')(`kinds.${key}`, values)).toBe(sentence)
})

test('the table above has every kind, and every sentence of every language is reached by it', () => {
  expect([...new Set(told.map(([kind]) => kind))].toSorted()).toEqual(Object.keys(kinds).toSorted())
  for (const language of ['en', 'es', 'zh']) {
    const file = new URL(`../../locales/${language}/notices.json`, import.meta.url)
    const { kinds: sentences } = JSON.parse(readFileSync(file, 'utf8')) as { kinds: Record<string, unknown> }
    const written = Object.entries(sentences).flatMap(([kind, under]) =>
      typeof under === 'string' ? [kind] : Object.keys(under as object).map((form) => `${kind}.${form}`),
    )
    const reached = told.map(
      ([kind, facts, names]) => phraseOf({ kind, aboutId: about, facts, names }, write).key,
    )
    const withoutPlural = written.map((key) => key.replace(/_(one|many|other)$/, ''))
    expect(new Set(withoutPlural)).toEqual(new Set([...reached, 'unknown']))
  }
})

describe('where it leads', () => {
  test.each<[keyof typeof kinds, Facts, string | null]>([
    ['customers-received', { count: 2 }, `/customers?batch=${about}`],
    ['customers-given', { to: 'b', count: 2 }, '/people/b'],
    ['customers-given', { count: 2 }, null],
    ['collision-opened', { customer }, `/collisions/${about}`],
    ['collision-ruled', { customer, collision: 'k' }, '/collisions/k'],
    ['request-opened', { customer }, `/customers/${customer}`],
  ])('%s %j', (kind, facts, link) => {
    expect(linkOf({ kind, aboutId: about, facts })).toBe(link)
  })

  test('a kind of a newer program has a sentence and leads nowhere', () => {
    const newer = { kind: 'moon-landed', aboutId: about, facts: { by: 'x' }, names: {} }
    expect(phraseOf(newer, write)).toEqual({ key: 'unknown', values: {} })
    expect(linkOf(newer)).toBeNull()
  })
})
