import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../values/day.ts'
import { blankFields, initialsOf, withoutMentions } from './blank.ts'
import { daysLeft, dueOn } from './due.ts'
import { mentions, needlesOf } from './needles.ts'

const day = (text: string) => parseDay(text) ?? expect.unreachable()
const ana = needlesOf([{ name: 'Ana García', email: 'Ana@Example.com', phones: ['+34600111222'] }])

describe('mentions', () => {
  test.each([
    ['Ask for ANA GARCIA on Mondays', true],
    ['anagarcia', false],
    ['ana@example.com', true],
    ['600 111 222', true],
    ['(+34) 600-111-222', true],
    ['0034600111222', true],
    ['600 111 22', false],
    ['6001, 11222', false],
    ['Ana', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(mentions(text, ana)).toBe(expected)
  })
  test('short names and short numbers mean nobody', () => {
    expect(needlesOf([{ name: 'Eva', phones: ['123', null] }])).toEqual({ names: [], emails: [], digits: [] })
  })
  test('whoever is mentioned in any writing is found', () => {
    const writings = fc.constantFrom(
      'Ana García',
      'ANA  GARCÍA',
      'ana@example.com',
      '+34 600 111 222',
      '600.111.222',
    )
    fc.assert(
      fc.property(fc.string(), writings, fc.string(), (before, writing, after) => {
        expect(mentions(`${before} ; ${writing} ; ${after}`, ana)).toBe(true)
      }),
    )
  })
})

describe('blankFields', () => {
  test('takes the values that speak of the person, and leaves the rest', () => {
    const fields = { note: ['x', 'ask Ana García'], city: ['León', 'Madrid'] } as const
    expect(blankFields(fields, ana, false)).toEqual({ note: [null, null], city: ['León', 'Madrid'] })
    expect(blankFields(fields, ana, true)).toEqual({ note: [null, null], city: [null, null] })
  })
  test('reaches into lists and objects', () => {
    expect(blankFields({ tags: [null, ['bar', '600111222']] }, ana, false)).toEqual({ tags: [null, null] })
  })
  test('says when nothing has to go, so that it can be done twice', () => {
    expect(blankFields({ city: ['León', 'Madrid'] }, ana, false)).toBeNull()
    expect(blankFields({ note: [null, null] }, ana, true)).toBeNull()
  })
})

test('of a note only the lines go that speak of the person', () => {
  expect(withoutMentions('Closed on Mondays\nAna García decides\nRing twice', ana)).toBe(
    'Closed on Mondays\nRing twice',
  )
  expect(withoutMentions('Ana García decides', ana)).toBe('')
  expect(withoutMentions('Closed on Mondays', ana)).toBeNull()
})

test('initials', () => {
  expect(initialsOf(' Ana  García López ')).toBe('A. G. L.')
  expect(initialsOf('张伟')).toBe('张.')
  expect(initialsOf('')).toBe('')
})

test('a request is due within a month, on the last day of a shorter one', () => {
  expect(dueOn(day('2026-05-04'))).toBe('2026-06-04')
  expect(dueOn(day('2026-01-31'))).toBe('2026-02-28')
  expect(daysLeft(day('2026-06-04'), day('2026-06-05'))).toBe(-1)
})
