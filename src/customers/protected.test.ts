import { describe, expect, test } from 'vitest'
import { permissionsOf } from '../people/permissions.ts'
import { contactSavedHow, fieldSavedHow } from './protected.ts'
import { mayWith } from './may.ts'
import { actionsOn } from './requests.ts'

const salesperson = permissionsOf(['salesperson'])
const manager = permissionsOf(['manager'])
const hr = permissionsOf(['hr'])
const pinned = { latitude: 1, longitude: 2, accuracyM: 3, locatedBy: 'pinned' }

describe('a salesperson’s change (rule 1.4)', () => {
  test.each<[string, unknown, string]>([
    ['name', 'Bar Sol', 'request'],
    ['legalName', null, 'request'],
    ['taxId', null, 'request'],
    ['code', 'A1', 'request'],
    ['creditLimit', null, 'request'],
    ['paymentDays', 30, 'request'],
    ['location', pinned, 'request'],
    ['location', null, 'save'],
    ['location', { ...pinned, locatedBy: 'approximate' }, 'save'],
    ['phone', '915', 'save'],
    ['street', 'Mayor 1', 'save'],
    ['tags', [], 'save'],
  ])('%s from %j: %s', (field, before, how) => {
    expect(fieldSavedHow(field, before, salesperson)).toBe(how)
    expect(fieldSavedHow(field, before, manager)).toBe('save')
    expect(fieldSavedHow(field, before, hr)).toBe('no')
  })

  test.each<[string, unknown, boolean, string]>([
    ['phone', '600', true, 'request'],
    ['email', 'a@b.c', true, 'request'],
    ['name', 'Lola', true, 'request'],
    ['removed', false, true, 'request'],
    ['inCharge', 'somebody', true, 'request'],
    ['phone', null, true, 'save'],
    ['title', 'Owner', true, 'save'],
    ['phone', '600', false, 'save'],
    ['removed', false, false, 'save'],
  ])('contact’s %s from %j, in charge %s: %s', (field, before, inCharge, how) => {
    expect(contactSavedHow(field, before, { inCharge }, salesperson)).toBe(how)
    expect(contactSavedHow(field, before, { inCharge }, manager)).toBe('save')
    expect(contactSavedHow(field, before, { inCharge }, hr)).toBe('no')
  })
})

test.each<[string, string | null, readonly string[], string[]]>([
  ['waiting', 'me', manager, ['withdraw']],
  ['waiting', 'other', manager, ['approve', 'reject']],
  ['waiting', 'other', salesperson, []],
  ['waiting', null, manager, ['approve', 'reject']],
  ['approved', 'me', manager, []],
  ['withdrawn', 'other', manager, []],
])('a request that is %s, asked by %s', (state, requestedBy, may, actions) => {
  expect(actionsOn({ state, requestedBy }, { personId: 'me', may })).toEqual(actions)
})

test('nothing can be done with a customer that was merged or erased', () => {
  const asker = { may: permissionsOf(['principal']), isOfTeam: true, personalGroupOn: true }
  expect(mayWith({ status: 'active' }, asker)).toMatchObject({
    change: true,
    close: true,
    reopen: false,
    personalGroup: true,
  })
  for (const status of ['merged', 'erased']) {
    const { export: _export, ...may } = mayWith({ status }, asker)
    expect(new Set(Object.values(may))).toEqual(new Set([false, 'no']))
  }
})
