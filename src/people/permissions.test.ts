import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Permission,
  type Role,
  allPermissions,
  lacks,
  may,
  permissionsOf,
  permissions,
  roles,
} from './permissions.ts'

const short: Readonly<Record<Role, string>> = {
  principal: 'P',
  manager: 'M',
  salesperson: 'V',
  steward: 'S',
  hr: 'H',
  payroll: 'N',
  administrator: 'A',
}
const held = (name: Permission) =>
  roles
    .filter((role) => may([role], name))
    .map((role) => short[role])
    .join('')

/**
 * Who may do what, written down a second time on purpose: whoever changes the table changes this too and sees what it
 * means. P principal, M manager, V salesperson, S steward, H HR, N payroll, A administrator.
 */
const expected: Readonly<Record<string, string>> = {
  'company.settings': 'PA',
  'company.backup': 'PA',
  'integrations.manage': 'PA',
  'people.read': 'PMVSHNA',
  'people.below': 'PM',
  'people.change': 'PHA',
  'people.export': 'PHA',
  'people.agreements': 'PH',
  'people.roles': 'PHA',
  'people.invite': 'PHA',
  'territories.change': 'PMSA',
  'customers.read': 'PMVS',
  'customers.read.all': 'PS',
  'customers.register': 'PMVS',
  'customers.change': 'PMVS',
  'customers.change.protected': 'PMS',
  'customers.assign': 'PMS',
  'customers.pool': 'PMVS',
  'customers.claim': 'V',
  'ownership.correct': 'PS',
  'collisions.rule': 'PMS',
  'collisions.decide': 'P',
  'customers.import': 'PS',
  'customers.export': 'PMS',
  'customers.merge': 'PS',
  'customers.remove': 'PS',
  'customers.steward': 'PMS',
  'requests.decide': 'PMS',
  'orders.import': 'PS',
  'orders.write': 'PMVS',
  'products.change': 'PS',
  'prices.change': 'PMS',
  'rates.change': 'PNA',
  'tiers.compute': 'PS',
  'visits.write': 'PMVS',
  'money.read': 'PMVSN',
  'money.record': 'PSN',
  'money.collect': 'PMV',
  'money.receive': 'PMN',
  'complaints.write': 'PMVS',
  'privacy.manage': 'PS',
  'privacy.erase': 'PS',
  'access-log.read': 'PHA',
  'keys.own': 'PMVSHNA',
}

describe('what each role may do', () => {
  test.each(allPermissions)('%s', (name) => {
    expect(held(name)).toBe(expected[name])
  })

  test('the table names nothing that is not there any more', () => {
    expect(Object.keys(expected).filter((name) => !Object.hasOwn(permissions, name))).toEqual([])
  })

  test.each<Role>(['hr', 'payroll', 'administrator'])(
    '%s sees no customer: people are their matter, customers are not',
    (role) => {
      expect(permissionsOf([role]).filter((name) => /^(customers|requests|privacy)\./.test(name))).toEqual([])
    },
  )

  test('nobody but HR and the principal sees agreements, whatever else they are', () => {
    const others = roles.filter((role) => role !== 'hr' && role !== 'principal')
    expect(may(others, 'people.agreements')).toBe(false)
  })

  test('several roles give what each gives, and no role gives nothing', () => {
    const some = fc.subarray([...roles])
    fc.assert(
      fc.property(some, some, (a, b) => {
        const both = new Set([...permissionsOf(a), ...permissionsOf(b)])
        expect(new Set(permissionsOf([...a, ...b]))).toEqual(both)
      }),
    )
    expect(permissionsOf([])).toEqual([])
  })

  test('who lacks a permission is told which', () => {
    expect(lacks({ may: permissionsOf(['salesperson']) }, 'people.change')).toEqual({
      refused: 'not-allowed',
      rule: '10.1',
      facts: { permission: 'people.change' },
    })
    expect(lacks({ may: permissionsOf(['hr']) }, 'people.change')).toBeNull()
  })
})
