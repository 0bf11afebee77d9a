import { useRouter } from '@tanstack/react-router'
import { useMay, useMe } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { paths } from '../paths.ts'

/** One thing to do. Its words are `next.<name>` in today's sentences. */
export type Next = {
  readonly name:
    | 'bring'
    | 'collisions'
    | 'complaints'
    | 'alone'
    | 'promises'
    | 'due'
    | 'requests'
    | 'nobody'
    | 'returning'
    | 'unlocated'
    | 'stale'
    | 'invite'
    | 'factor'
  readonly count: number
  /** When the first of it happens. */
  readonly day?: string | undefined
  readonly to: string
  readonly search?: Record<string, unknown>
}

/** Up to so many it is counted at once who knows them. */
const fewCustomers = 5000

/** What needs me now, in order of the harm it avoids; null while it is read. Only what I may and can open. */
export function useNext(): { next: Next[] | null; error: unknown; retry: () => void } {
  const may = useMay()
  const { person, today } = useMe()
  const there = useRouter().routesByPath
  const reads = may('customers.read')
  const all = useCount(reads, {})
  const nobody = useCount(reads && may('customers.assign'), { owner: ['pool'] })
  const unlocated = useCount(reads, { located: ['none'] })
  const stale = useCount(reads, { fresh: 'stale' })
  const returning = api.useQuery('get', '/api/pool/returning', {}, { enabled: reads })
  const people = api.useQuery(
    'get',
    '/api/people',
    { params: { query: { limit: 1 } } },
    { enabled: may('people.invite') },
  )
  const requests = api.useQuery(
    'get',
    '/api/requests',
    {},
    { enabled: may('requests.decide') && may('customers.steward') },
  )
  const collisions = api.useQuery(
    'get',
    '/api/collisions',
    { params: { query: { state: 'mine' } } },
    { enabled: reads },
  )
  const complaints = api.useQuery(
    'get',
    '/api/complaints',
    { params: { query: { state: 'overdue', size: 1 } } },
    { enabled: reads },
  )
  // Of very many customers it takes too long for a morning; Coverage has it.
  const few = (all.data?.total ?? 0) > 0 && (all.data?.total ?? 0) <= fewCustomers
  const coverage = api.useQuery('get', '/api/coverage', {}, { enabled: reads && few })
  const promises = api.useQuery('get', '/api/promises', {}, { enabled: reads })
  const scope = may('people.below') ? 'team' : 'mine'
  const due = api.useQuery(
    'get',
    '/api/visits/due',
    { params: { query: { scope, overdue: 'yes', size: 1 } } },
    { enabled: reads && few },
  )
  const security = api.useQuery('get', '/api/me/security')
  const asked = [
    all,
    nobody,
    returning,
    unlocated,
    stale,
    people,
    requests,
    collisions,
    complaints,
    coverage,
    promises,
    due,
    security,
  ]
  const failed = asked.find(({ isError }) => isError)
  if (failed !== undefined) return { next: null, error: failed.error, retry: () => void failed.refetch() }
  // A query that isn't asked is neither loading nor has data.
  if (asked.some(({ isLoading }) => isLoading)) return { next: null, error: null, retry: () => undefined }
  const waiting = requests.data?.total ?? 0
  const late = (promises.data?.promises ?? []).filter(({ dueOn }) => dueOn !== null && dueOn < today)
  const alone = coverage.data?.exposure.customers.alone ?? 0
  const unguarded = security.data?.hasPassword === true && !security.data.secondFactor
  const list: readonly (Next & { when: boolean })[] = [
    { name: 'bring', count: 0, to: paths.imports, when: all.data?.total === 0 && may('customers.import') },
    { name: 'requests', count: waiting, to: paths.steward, when: waiting > 0 },
    {
      name: 'collisions',
      count: collisions.data?.total ?? 0,
      to: paths.collisions,
      when: (collisions.data?.total ?? 0) > 0,
    },
    {
      name: 'complaints',
      count: complaints.data?.counts.overdue ?? 0,
      to: paths.complaints,
      search: { view: 'overdue' },
      when: (complaints.data?.counts.overdue ?? 0) > 0,
    },
    {
      name: 'promises',
      count: late.length,
      to: paths.visits,
      search: { view: 'promises' },
      when: late.length > 0,
    },
    {
      name: 'due',
      count: due.data?.total ?? 0,
      to: paths.planning,
      search: { view: 'due', overdue: 'yes', ...(scope === 'team' ? { scope } : {}) },
      when: (due.data?.total ?? 0) > 0,
    },
    counted('nobody', nobody.data?.total, { owner: ['pool'] }),
    {
      name: 'returning',
      count: returning.data?.total ?? 0,
      day: returning.data?.customers[0]?.returnsOn,
      to: paths.pool,
      search: { view: 'returning' },
      when: (returning.data?.total ?? 0) > 0,
    },
    { name: 'alone', count: alone, to: paths.coverage, when: alone > 0 },
    counted('unlocated', unlocated.data?.total, { located: ['none'] }),
    counted('stale', stale.data?.total, { fresh: 'stale' }),
    { name: 'invite', count: 0, to: paths.people, when: people.data?.total === 1 },
    { name: 'factor', count: 0, to: paths.me, when: unguarded && person.roles.includes('principal') },
  ]
  return {
    next: list.filter(({ to, when }) => when && Object.hasOwn(there, to)),
    error: null,
    retry: () => undefined,
  }
}

function counted(name: Next['name'], count = 0, search: Record<string, unknown>): Next & { when: boolean } {
  return { name, count, to: paths.customers, search, when: count > 0 }
}

function useCount(enabled: boolean, query: { owner?: string[]; located?: string[]; fresh?: 'stale' }) {
  return api.useQuery(
    'get',
    '/api/customers',
    { params: { query: { ...query, size: 1 } as never } },
    { enabled },
  )
}
