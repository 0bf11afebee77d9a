#!/usr/bin/env node
import { install } from './parts/install.mjs'
import { endWith, runOurs } from './parts/project.mjs'

// npm run bench -- [--only NAME…] [--scale small|full] [--json]: forwards to bench/main.ts, which has the --help.
try {
  await install()
} catch (error) {
  endWith(error)
}
await runOurs('bench/main.ts', process.argv.slice(2))
