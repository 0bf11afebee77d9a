#!/usr/bin/env node
import { install } from './parts/install.mjs'
import { endWith, helpWith } from './parts/project.mjs'
import { buildWeb } from './parts/web.mjs'

helpWith(`npm run setup: install the packages by the lock file and build the web app, where that is not done yet

Nothing to do takes less than a second. npm start and npm test do it by themselves.`)

try {
  await install()
  await buildWeb()
} catch (error) {
  endWith(error)
}
