#!/usr/bin/env node
import { helpWith } from './parts/project.mjs'

helpWith(`npm run ci: npm test as the build server runs it

Sets CI, which lets npm test install what it needs on Debian as root (a browser, PostgreSQL 15).`)

process.env.CI ||= '1'
await import('./test.mjs')
