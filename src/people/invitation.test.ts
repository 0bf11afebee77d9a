import { expect, test } from 'vitest'
import { mayAccept, mayBeInvited } from './invitation.ts'

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
