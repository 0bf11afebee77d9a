#!/usr/bin/env node
import { install } from './parts/install.mjs'
import { endWith, runOurs } from './parts/project.mjs'

// npm run relevo -- <command>: forwards to src/main.ts, whose --help lists the commands. Nothing is added to its output;
// npm's own banner is left away by `npm run -s relevo -- …`. Files are looked for where the person typed, not here.
try {
  await install()
} catch (error) {
  endWith(error)
}
const cwd = process.env.npm_lifecycle_event === 'relevo' ? process.env.INIT_CWD : undefined
await runOurs('src/main.ts', process.argv.slice(2), { cwd: cwd ?? process.cwd() })
