import { expect, test } from 'vitest'
import { guessRole } from './guess-role.ts'

test.each([
  ['Sales Representative', false, 'salesperson'],
  ['Sales Representative', true, 'manager'],
  ['Vice President, Sales', false, 'manager'],
  ['Sales Manager', false, 'manager'],
  ['Inside Sales Coordinator', false, 'salesperson'],
  ['Key Account Manager', false, 'salesperson'],
  ['Key Account Manager', true, 'manager'],
  ['Jefe de ventas', false, 'manager'],
  ['Jefa de zona', false, 'manager'],
  ['Directora comercial', false, 'manager'],
  ['Comercial', false, 'salesperson'],
  ['Gestora de cuentas', false, 'salesperson'],
  ['销售经理', false, 'manager'],
  ['区域总监', false, 'manager'],
  ['客户经理', false, 'salesperson'],
  ['业务员', false, 'salesperson'],
  ['', false, 'salesperson'],
])('%j, leads others: %s → %s', (title, leads, role) => {
  expect(guessRole(title, leads)).toBe(role)
})
