#!/usr/bin/env node
import { delimiter, join } from 'node:path'
import { weighFirstLoad } from './parts/budget.mjs'
import { findChromium } from './parts/chromium.mjs'
import { findPostgres15 } from './parts/debian.mjs'
import { checkImports } from './parts/imports.mjs'
import { install } from './parts/install.mjs'
import { helpWith, ownNode, project, tool } from './parts/project.mjs'
import { check, stage, total, whole } from './parts/stages.mjs'
import { runTests } from './parts/tests.mjs'
import { buildWeb } from './parts/web.mjs'

const stages = {
  format: () => check(ownNode(), [tool('oxfmt'), '--check', '.']),
  lint: () => check(ownNode(), [tool('oxlint')]),
  contract: () => check(ownNode(), [join(project, 'bin/generate.mjs')]),
  types: () => check(ownNode(), [tool('typescript', 'tsc'), '-b']),
  imports: checkImports,
  unused: () => check(ownNode(), [tool('knip')]),
  house: () => runTests('house'),
  unit: () => runTests('unit'),
  server: () => runTests('server'),
  server15,
  web: async () => {
    await buildWeb()
    return weighFirstLoad()
  },
  browser: async () => {
    await buildWeb()
    return await runTests('journeys', { env: { RELEVO_CHROMIUM: await findChromium() } })
  },
}

helpWith(`npm test: install what is needed, a browser included, and check everything; the last line is the count

  npm test -- --only ${Object.keys(stages).join('|')}`)

const chosen = chooseStages(process.argv.slice(2))
// Whatever a test starts runs on our Node too.
process.env.PATH = `${join(project, 'node_modules/.bin')}${delimiter}${process.env.PATH}`

await stage('install', async () => {
  await install()
  return whole(true)
})
if (total.failed === 0) for (const name of chosen) await stage(name, stages[name])
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)
process.exitCode = total.failed > 0 ? 1 : 0

/** The oldest PostgreSQL we support, run privately in a temporary folder like the embedded one. */
async function server15() {
  const found = await findPostgres15()
  if (found === null) return { passed: 0, failed: 0, skipped: 1, said: 'No PostgreSQL 15 on this machine.' }
  return await runTests('server', {
    env: { RELEVO_TEST_POSTGRES: found },
    // Starting servers, programs and places, and thousands of odd requests, are the same on both.
    args: [
      'src/platform/server/{embedded,mail,outgoing,places,tables}/**',
      'src/program/**',
      'src/imports/server/interrupted.test.ts',
      'test/server/{hostile,serve,writers}.test.ts',
    ].flatMap((path) => ['--exclude', path]),
  })
}

function chooseStages(words) {
  const all = Object.keys(stages)
  const names = words.filter((word) => word !== '--only').flatMap((word) => word.split(/[,|]/))
  const unknown = names.filter((name) => !all.includes(name))
  if (unknown.length > 0 || words.some((word) => word.startsWith('-') && word !== '--only')) {
    console.error(`There is no stage ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
    process.exit(2)
  }
  return names.length > 0 ? all.filter((name) => names.includes(name)) : all
}
