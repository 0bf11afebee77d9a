import { expect, test } from 'vitest'
import { keywords } from './keywords.ts'
import { matching } from './matching.ts'

const choices = Object.entries(keywords).map(([name, others]) => ({
  id: name,
  label: name,
  others,
  mark: null,
  run: () => undefined,
}))
const found = (query: string) =>
  matching([{ label: 'Go to', choices }], query).flatMap((group) => group.choices.map(({ id }) => id))

test.each([
  ['import', 'imports'],
  ['importar', 'imports'],
  ['导入', 'imports'],
  ['cartera', 'customers'],
  ['riesgo', 'coverage'],
  ['risk', 'coverage'],
  ['风险', 'coverage'],
  ['entregar', 'handOver'],
  ['hand over', 'handOver'],
  ['移交', 'handOver'],
  ['pool', 'pool'],
  ['Contraseña', 'me'],
])('%s leads to %s', (query, name) => {
  expect(found(query)).toContain(name)
})

const hit = { id: 'bar', label: 'Bar Pool 公海', mark: null, run: () => undefined }
test.each([
  ['pool', 'pool'],
  ['公海', 'pool'],
  ['bolsa', 'pool'],
  ['Bar', 'bar'],
  ['poo', 'bar'],
])('the first for %s is %s', (query, first) => {
  const customers = { label: 'Customers', choices: [hit], searched: true }
  const [group] = matching([customers, { label: 'Go to', choices }], query)
  expect(group?.choices[0]?.id).toBe(first)
})

test('what nobody calls it finds nothing', () => {
  expect(found('giraffe')).toEqual([])
  expect(found('risk giraffe')).toEqual([])
})
