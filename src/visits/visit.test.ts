import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Life,
  type Standing,
  type VisitAction,
  type VisitState,
  actionsOn,
  isAlready,
  refusesAction,
  stateOf,
  visitActionNames,
  visitActions,
  visitStates,
} from './visit.ts'

const none: Life = { visitedOn: null, checkedInAt: null, checkedOutAt: null, cancelledAt: null }
const visitor: Standing = { visitor: true, companion: false, planner: false }
const companion: Standing = { visitor: false, companion: true, planner: false }
const planner: Standing = { visitor: false, companion: false, planner: true }
const stranger: Standing = { visitor: false, companion: false, planner: false }

test.each<[Partial<Life>, VisitState]>([
  [{}, 'planned'],
  [{ cancelledAt: 't' }, 'cancelled'],
  [{ visitedOn: 'd', checkedInAt: 't' }, 'under-way'],
  [{ visitedOn: 'd', checkedInAt: 't', checkedOutAt: 'u' }, 'done'],
  [{ visitedOn: 'd' }, 'done'],
])('%j is %s', (life, state) => {
  expect(stateOf({ ...none, ...life })).toBe(state)
})

test.each<[Standing, VisitState, VisitAction[]]>([
  [visitor, 'planned', ['move', 'cancel', 'check-in', 'record', 'join']],
  [visitor, 'under-way', ['undo-check-in', 'check-out', 'record', 'join']],
  [visitor, 'done', ['record', 'join']],
  [visitor, 'cancelled', ['restore']],
  [companion, 'planned', ['record']],
  [companion, 'under-way', ['record', 'confirm']],
  [companion, 'done', ['record', 'confirm']],
  [planner, 'planned', ['move', 'cancel', 'record', 'join']],
  [planner, 'under-way', ['record', 'join']],
  [stranger, 'planned', []],
  [stranger, 'done', []],
])('%j on %s may %j', (standing, state, may) => {
  expect(actionsOn(state, standing)).toEqual(may)
})

describe('a life', () => {
  const standing = fc.record({ visitor: fc.boolean(), companion: fc.boolean(), planner: fc.boolean() })
  const walk = fc.array(fc.tuple(fc.constantFrom(...visitActionNames), standing), { maxLength: 30 })

  test('goes only where the table leads, and nobody checks in for somebody else', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        let state: VisitState = 'planned'
        for (const [action, who] of steps) {
          if (refusesAction(action, state, who) !== null) continue
          if (action === 'check-in' || action === 'check-out') expect(who.visitor).toBe(true)
          expect(visitActions[action].from).toContain(state)
          state = visitActions[action].to ?? state
          expect(visitStates).toContain(state)
        }
      }),
    )
  })

  test('what led to where the visit is, sent again, is no mistake; a visit that is done never begins anew', () => {
    for (const action of visitActionNames) {
      const { to } = visitActions[action]
      if (to !== null) expect(isAlready(action, to)).toBe(true)
      expect(isAlready(action, visitActions[action].from[0])).toBe(false)
    }
    expect(isAlready('check-in', 'done')).toBe(true)
    expect(refusesAction('check-in', 'done', visitor)?.refused).toBe('visit-not-planned')
    expect(refusesAction('check-out', 'planned', visitor)?.refused).toBe('visit-not-begun')
    expect(refusesAction('move', 'cancelled', visitor)?.refused).toBe('visit-cancelled')
    expect(refusesAction('check-in', 'planned', planner)?.refused).toBe('not-allowed')
  })
})
