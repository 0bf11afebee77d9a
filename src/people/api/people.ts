import { createRoute, z } from '@hono/zod-openapi'
import { Day, Id, answers, body } from '../../platform/contract.ts'
import { Leaving, NewPerson, PeopleFilter, PeopleList, Person, PersonChange } from '../schema/person.ts'

export const personParams = z.object({ id: Id })
const tags = ['People']

export const listPeople = createRoute({
  method: 'get',
  path: '/api/people',
  tags,
  summary: 'A page of the people of the company as of a day',
  request: { query: PeopleFilter },
  responses: answers(PeopleList),
})
export const readPerson = createRoute({
  method: 'get',
  path: '/api/people/{id}',
  tags,
  summary: 'One person: post, team, manager and who is below as of a day, and what they carry',
  request: { params: personParams, query: z.object({ on: Day.optional() }) },
  responses: answers(Person),
})
export const addPerson = createRoute({
  method: 'post',
  path: '/api/people',
  tags,
  summary: 'Adds a person, with a first post and first roles',
  request: { body: body(NewPerson) },
  responses: answers(z.object({ id: Id })),
})
export const changePerson = createRoute({
  method: 'patch',
  path: '/api/people/{id}',
  tags,
  summary: 'Changes a person; one may change a few things of oneself',
  request: { params: personParams, body: body(PersonChange) },
  responses: answers(z.object({ version: z.number().int() })),
})
export const leave = createRoute({
  method: 'post',
  path: '/api/people/{id}/leaving',
  tags,
  summary: 'Notes the last day of a person; refused while customers are theirs (rule 2.9)',
  request: { params: personParams, body: body(Leaving) },
  responses: answers(z.object({ moved: z.number().int(), reportsTo: Id.nullable() })),
})
export const comeBack = createRoute({
  method: 'delete',
  path: '/api/people/{id}/leaving',
  tags,
  summary: 'Takes the last day back: the person is here again, or it was a mistake',
  request: { params: personParams },
  responses: answers(z.object({ id: Id })),
})
