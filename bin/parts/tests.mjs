import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownNode, runThrough, tool } from './project.mjs'

/** Runs one kind of tests (a project of vitest.config.ts) and counts them by vitest's own record. */
export async function runTests(kind, { env = {}, args = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-results-'))
  const record = join(folder, 'results.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${record}`]
  try {
    const code = await runThrough(
      ownNode(),
      [tool('vitest'), 'run', '--project', kind, ...reporters, ...args],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, ...env },
      },
    )
    return count(code, readRecord(record))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readRecord(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** A file that can't be loaded has no failed test, and an error outside of all tests neither: both fail the run, so both count. */
export function count(code, record) {
  if (record === null) return { passed: 0, failed: 1, said: 'The tests did not run to their end.' }
  const skipped = record.numPendingTests + record.numTodoTests
  const broken = record.testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((one) => one.status === 'failed')
  }).length
  const failed = record.numFailedTests + broken
  const passed = record.numPassedTests
  if (code !== 0 && failed === 0)
    return { passed, failed: 1, skipped, said: 'An error outside of all tests: see above.' }
  if (passed + failed === 0) return { passed, failed: 1, skipped, said: 'No tests were found.' }
  return { passed, failed, skipped }
}
