import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { invitationDays, invitationDaysFrom, mayAccept, mayBeInvited } from './invitation.ts'

const open = { expired: false, accepted: false, withdrawn: false, personIs: 'welcome' } as const

test.each([
  [open, null],
  [{ ...open, accepted: true }, 'invitation-used'],
  [{ ...open, withdrawn: true }, 'invitation-withdrawn'],
  [{ ...open, personIs: 'gone' as const }, 'invitation-withdrawn'],
  [{ ...open, personIs: 'shut-out' as const }, 'invitation-withdrawn'],
  [{ ...open, expired: true }, 'invitation-expired'],
  [{ ...open, expired: true, withdrawn: true }, 'invitation-withdrawn'],
])('a link that is %j: %s', (state, code) => {
  expect(mayAccept(state)?.refused ?? null).toBe(code)
})

const person = { email: 'ana@example.com', leftOn: null, account: 'none' as const, accessEnded: false }

test.each([
  [person, null],
  [{ ...person, email: null }, 'no-email'],
  [{ ...person, leftOn: '2026-01-01' }, 'has-left-already'],
  [{ ...person, account: 'here' as const }, null],
  [{ ...person, account: 'elsewhere-too' as const }, 'account-elsewhere'],
  [{ ...person, account: 'here' as const, accessEnded: true }, 'access-ended'],
])('inviting %j: %s', (who, code) => {
  expect(mayBeInvited(who)?.refused ?? null).toBe(code)
})

test.each([
  [{}, 7],
  [null, 7],
  [{ people: {} }, 7],
  [{ people: { invitationDays: 14 } }, 14],
  [{ people: { invitationDays: 0 } }, 7],
  [{ people: { invitationDays: 31 } }, 7],
  [{ people: { invitationDays: 2.5 } }, 7],
  [{ people: { invitationDays: '14' } }, 7],
])('with the settings %j a link works for %d days', (settings, days) => {
  expect(invitationDaysFrom(settings)).toBe(days)
})

test('whatever is kept, a link works for a whole number of days within the bounds', () => {
  fc.assert(
    fc.property(fc.anything(), (kept) => {
      const days = invitationDaysFrom({ people: { invitationDays: kept } })
      expect(Number.isInteger(days)).toBe(true)
      expect(days).toBeGreaterThanOrEqual(invitationDays.least)
      expect(days).toBeLessThanOrEqual(invitationDays.most)
    }),
  )
})
