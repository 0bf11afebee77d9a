import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Role, permissionsOf, roles } from './permissions.ts'
import { keepsOne, mayEndAccess, mayGive, mayInvite, mayTake } from './roles.ts'

const held = fc.subarray([...roles])
const holder = (personId: string, role: Role, able = true) => ({ personId, role, able })
const codeOf = (answer: { refused: string } | null) => answer?.refused ?? 'yes'

describe('giving a role', () => {
  test.each<[Role[], Role, 'self' | 'other', string]>([
    [['principal'], 'principal', 'other', 'yes'],
    [['principal'], 'salesperson', 'self', 'yes'],
    [['administrator'], 'administrator', 'other', 'yes'],
    [['administrator'], 'steward', 'other', 'yes'],
    [['administrator'], 'steward', 'self', 'role-not-to-oneself'],
    [['administrator'], 'hr', 'other', 'role-not-yours-to-give'],
    [['administrator'], 'principal', 'other', 'role-not-yours-to-give'],
    [['hr'], 'salesperson', 'other', 'yes'],
    [['hr'], 'manager', 'other', 'yes'],
    [['hr'], 'manager', 'self', 'role-not-to-oneself'],
    [['hr'], 'payroll', 'other', 'role-not-yours-to-give'],
    [['hr', 'administrator'], 'principal', 'self', 'role-not-yours-to-give'],
    [['manager'], 'salesperson', 'other', 'role-not-yours-to-give'],
    [[], 'salesperson', 'other', 'role-not-yours-to-give'],
  ])('%j gives %s to %s: %s', (mine, role, to, answer) => {
    expect(codeOf(mayGive({ id: 'me', roles: mine }, role, to === 'self' ? 'me' : 'you'))).toBe(answer)
  })

  test('nobody but a principal ever comes to more rights by their own hand', () => {
    fc.assert(
      fc.property(held, fc.constantFrom(...roles), (mine, role) => {
        if (mine.includes('principal') || mayGive({ id: 'me', roles: mine }, role, 'me') !== null) return
        expect(permissionsOf(mine)).toEqual(permissionsOf([...mine, role]))
      }),
    )
  })

  test('what one may give, one may take; and everybody lays down their own', () => {
    fc.assert(
      fc.property(held, fc.constantFrom(...roles), (mine, role) => {
        const me = { id: 'me', roles: mine }
        expect(mayTake(me, role, 'you') === null).toBe(mayGive(me, role, 'you') === null)
        expect(mayTake(me, role, 'me')).toBeNull()
      }),
    )
  })

  test('an invitation needs the right to give every role it hands over', () => {
    fc.assert(
      fc.property(held, held, (mine, theirs) => {
        const me = { id: 'me', roles: mine }
        const each = theirs.every((role) => mayGive(me, role, 'you') === null)
        expect(mayInvite(me, theirs) === null).toBe(each)
      }),
    )
  })
})

describe('the last one', () => {
  test.each<[string, Parameters<typeof keepsOne>, string]>([
    [
      'of two principals one goes',
      [[holder('a', 'principal'), holder('b', 'principal')], 'a', ['principal']],
      'yes',
    ],
    ['the only principal', [[holder('a', 'principal')], 'a', ['principal']], 'last-principal'],
    [
      'the other principal was never let in',
      [[holder('a', 'principal'), holder('b', 'principal', false)], 'a', ['principal']],
      'last-principal',
    ],
    [
      'the one who goes could not sign in anyway',
      [[holder('a', 'principal', false), holder('b', 'principal')], 'a', ['principal']],
      'yes',
    ],
    [
      'the only administrator, who leaves with all roles',
      [[holder('a', 'administrator'), holder('b', 'principal')], 'a', ['salesperson', 'administrator']],
      'last-administrator',
    ],
    ['a role that others need not hold', [[holder('a', 'steward')], 'a', ['steward']], 'yes'],
    ['a company with no principal yet', [[], 'a', ['principal']], 'yes'],
  ])('%s', (_, input, answer) => {
    expect(codeOf(keepsOne(...input))).toBe(answer)
  })
})

test.each<[Role[], Role[], string]>([
  [['hr'], ['salesperson', 'manager'], 'yes'],
  [['hr'], ['steward'], 'yes'],
  [['administrator'], ['principal'], 'access-of-a-principal'],
  [['principal'], ['principal'], 'yes'],
])('%j ends the access of %j: %s', (mine, theirs, answer) => {
  expect(codeOf(mayEndAccess({ id: 'me', roles: mine }, theirs))).toBe(answer)
})
