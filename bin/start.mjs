#!/usr/bin/env node
import { install } from './parts/install.mjs'
import { whenNpmIsGone } from './parts/npm-gone.mjs'
import { freePort } from './parts/port.mjs'
import { endWith, helpWith, runOurs } from './parts/project.mjs'
import { buildWeb } from './parts/web.mjs'

helpWith(`npm start: install and build what is missing, then start Relevo with its own database and print the address

  PORT=3000            a taken port gives way to the next free one; 0 lets the system choose
  HOST=127.0.0.1       0.0.0.0 opens it to the network
  RELEVO_DATA=.relevo  the folder of everything that must survive
  DATABASE_URL=        a PostgreSQL of your own, version 15 or later, instead of the embedded one
  RELEVO_SETUP_CODE=   the code that opens an empty installation, instead of one made up
More in docs/operations/running.md.`)

try {
  await install()
  await buildWeb()
  process.env.PORT = await freePort(
    process.env.PORT?.trim() || '3000',
    process.env.HOST?.trim() || '127.0.0.1',
  )
} catch (error) {
  endWith(error)
}
whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'))
await runOurs('src/main.ts', ['serve'])
