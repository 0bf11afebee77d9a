import { EventEmitter, once } from 'node:events'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../../../test/database.ts'
import { type Jobs, openJobs } from './jobs.ts'

let database: Awaited<ReturnType<typeof ownDatabase>>
let jobs: Jobs
beforeAll(async () => {
  database = await ownDatabase()
  jobs = openJobs(database.url, pino({ level: 'silent' }))
})
afterAll(async () => {
  await jobs.stop()
  await database.drop()
})

test('a job runs with its data, a failing one is tried again, and one key waits once', async () => {
  const seen = new EventEmitter()
  const ran: number[] = []
  let failures = 0
  const counted = once(seen, 'counted')
  const done = once(seen, 'done')
  await jobs.enqueue('count', { n: 1 }, 'same')
  await jobs.enqueue('count', { n: 2 }, 'same')
  await jobs.work([
    {
      name: 'count',
      run: async (data) => {
        ran.push((data as { n: number }).n)
        seen.emit('counted')
      },
    },
    {
      name: 'stumble',
      run: async () => {
        failures += 1
        if (failures === 1) throw new Error('the first time')
        seen.emit('done')
      },
    },
  ])
  await counted
  await jobs.enqueue('stumble', {})
  await done
  expect(ran).toEqual([1])
  expect(failures).toBe(2)
})
