import { customerJobs } from '../customers/server/jobs.ts'
import { documentJobs } from '../documents/server/jobs.ts'
import { importJobs } from './imports.ts'
import { ownershipJobs } from '../ownership/server/jobs.ts'
import { webhookJobs } from '../webhooks/server/jobs.ts'
import { noticeJobs } from '../notices/server/jobs.ts'
import { poolSources } from './facts.ts'
import { namers } from './notices.ts'
import type { Job } from '../platform/server/jobs/jobs.ts'
import type { Services } from '../platform/server/services.ts'
import { poolJobs } from '../pool/server/jobs.ts'
import { salesJobs } from '../sales/server/jobs.ts'
import { stewardshipJobs } from '../stewardship/server/jobs.ts'
import { visitJobs } from '../visits/server/jobs.ts'

/** Every feature's jobs; one line each. */
export function jobsOf(services: Services): Job[] {
  return [
    ...customerJobs(services),
    ...documentJobs(services),
    ...importJobs(services),
    ...ownershipJobs(services),
    ...noticeJobs(services, namers),
    ...poolJobs(services, poolSources),
    ...visitJobs(services),
    ...webhookJobs(services),
    ...stewardshipJobs(services),
    ...salesJobs(services),
  ]
}
