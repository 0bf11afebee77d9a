import type { Logger } from 'pino'
import { PgBoss } from 'pg-boss'

/** Work that runs behind the requests. It must be safe to run twice: after a crash it is started again. */
export type Job<Data extends object = object> = {
  /** Lower-case words with hyphens; also the name of the queue. */
  readonly name: string
  readonly run: (data: Data, signal: AbortSignal) => Promise<void>
  /** When it runs by itself: five cron fields in UTC. */
  readonly schedule?: string
  /** How often it is tried in all [5]. */
  readonly tries?: number
}

export type QueueCount = { queue: string; waiting: number; running: number; failed: number }

export type Jobs = {
  /** Asks for a run. With a `key`, a second request while one waits or runs adds nothing. */
  readonly enqueue: (name: string, data: object, key?: string) => Promise<void>
  /** Begins working on the jobs of this node. */
  readonly work: (jobs: readonly Job[]) => Promise<void>
  /** How many wait, run and have lately failed, by queue; none before the first use. */
  readonly count: () => Promise<QueueCount[]>
  /** Lets the running ones end, for at most ten seconds, and stops. */
  readonly stop: () => Promise<void>
}

/** A worker that hasn't been heard of for this long is taken for dead and its job given to another. */
const heartbeatSeconds = 15

/** Jobs in the same database (schema pgboss), shared by all nodes. */
export function openJobs(databaseUrl: string, log: Logger): Jobs {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 3, superviseIntervalSeconds: 10 })
  boss.on('error', (error) => log.error({ err: { message: error.message } }, 'the job queue reports'))
  let started: Promise<unknown> | null = null
  const made = new Set<string>()
  const queue = async (name: string, tries = 5) => {
    // Started at the first use: most calls of the command line need no jobs.
    started ??= boss.start()
    await started
    if (made.has(name)) return
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: tries - 1,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: 6 * 60 * 60,
      heartbeatSeconds,
    })
    made.add(name)
  }
  return {
    enqueue: async (name, data, key) => {
      await queue(name)
      await boss.send(name, data, { singletonKey: key ?? crypto.randomUUID() })
    },
    work: async (jobs) => {
      for (const job of jobs) {
        await queue(job.name, job.tries)
        await boss.work(
          job.name,
          { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 5 },
          async ([given]) => {
            if (given === undefined) return
            try {
              await job.run(given.data as object, given.signal)
            } catch (error) {
              log.error(
                { job: job.name, err: { message: error instanceof Error ? error.message : String(error) } },
                'a job failed',
              )
              throw error
            }
          },
        )
        if (job.schedule !== undefined)
          await boss.schedule(job.name, job.schedule, {}, { singletonKey: 'scheduled' })
      }
    },
    count: async () => {
      if (started === null) return []
      await started
      return (await boss.getQueues()).map((known) => ({
        queue: known.name,
        waiting: known.queuedCount,
        running: known.activeCount,
        failed: known.failedCount,
      }))
    },
    stop: async () => {
      if (started !== null) await started.then(() => boss.stop({ graceful: true, timeout: 10_000 }))
    },
  }
}
