import type { Logger } from 'pino'
import type { About } from './about.ts'
import type { Database } from './database/connect.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Live } from './live/live.ts'
import type { Mail } from './mail/mail.ts'
import type { SignIn } from './sign-in/auth.ts'
import type { StorageSettings } from './storage/settings.ts'

/** What the parts of the server are handed; made once in src/program. */
export type Services = {
  readonly db: Database
  readonly signIn: SignIn
  readonly jobs: Jobs
  readonly live: Live
  /** Null where no mail server is set: links are shown instead. */
  readonly mail: Mail | null
  /** The name of the OpenID Connect provider one may sign in with, or null. */
  readonly provider: string | null
  /** What this program is and where its source is. */
  readonly about: About
  readonly log: Logger
  /** The clock; tests give their own. */
  readonly now: () => Date
  /** Whether what somebody typed may be posted to inside this network. */
  readonly privateTargets: boolean
  /** The address people open. */
  readonly url: string
  /** Where documents and photos are kept. */
  readonly storage: StorageSettings
  /** Folder for spooled uploads and kept files. */
  readonly dataFolder: string
}

/** The calendar day it is now in a time zone, as 'YYYY-MM-DD'. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
}
