import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { Pool } from 'pg'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { isLocal } from './http/address.ts'
import { problem } from './http/problem.ts'
import type { Routes } from './http/routes.ts'
import type { Jobs } from './jobs/jobs.ts'

export type Metrics = {
  /** Notes a request: the route as declared, so that nobody can make up series. */
  observe: (method: string, route: string, status: number, seconds: number) => void
  /** Everything, as Prometheus reads it. */
  text: () => Promise<string>
}

/** What is counted: requests by route, connections, jobs, and the process itself. */
export function createMetrics(pools: Readonly<Record<string, Pool>>, jobs: Jobs): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'relevo_http_request_seconds',
    help: 'How long requests take, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const failures = new Counter({
    name: 'relevo_http_errors_total',
    help: 'Answers with a status from 500 on',
    labelNames: ['route'],
    registers: [registry],
  })
  countConnections(registry, pools)
  countJobs(registry, jobs)
  return {
    observe: (method, route, status, seconds) => {
      durations.observe({ method, route, status }, seconds)
      if (status >= 500) failures.inc({ route })
    },
    text: () => registry.metrics(),
  }
}

function countConnections(registry: Registry, pools: Readonly<Record<string, Pool>>): void {
  const gauge = new Gauge({
    name: 'relevo_database_connections',
    help: 'Connections to the database, and requests that wait for one',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        gauge.set({ pool, state: 'busy' }, totalCount - idleCount)
        gauge.set({ pool, state: 'idle' }, idleCount)
        gauge.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
  })
}

function countJobs(registry: Registry, jobs: Jobs): void {
  const gauge = new Gauge({
    name: 'relevo_jobs',
    help: 'Jobs by queue and state, on all nodes together',
    labelNames: ['queue', 'state'],
    registers: [registry],
    async collect() {
      for (const { queue, waiting, running, failed } of await jobs.count()) {
        gauge.set({ queue, state: 'waiting' }, waiting)
        gauge.set({ queue, state: 'running' }, running)
        gauge.set({ queue, state: 'failed' }, failed)
      }
    },
  })
}

/** `/metrics`: for this machine, and for others with the token. */
export function serveMetrics(app: Routes, metrics: Metrics, token: string | null): void {
  app.get('/metrics', async (c) => {
    if (!isLocal(c) && !holds(c, token)) return problem(c, 404, 'not-found')
    return c.text(await metrics.text(), 200, { 'cache-control': 'no-store' })
  })
}

function holds(c: Context, token: string | null): boolean {
  const given = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (token === null || given === undefined) return false
  return timingSafeEqual(digest(given), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
