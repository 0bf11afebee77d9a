import { spawn } from 'node:child_process'
import { project } from './project.mjs'

/** What has passed and failed so far; a stage such as lint counts as one, a stage of tests as its tests. */
export const total = { passed: 0, failed: 0, skipped: 0 }

/**
 * Runs one stage and prints its name, time and, when it fails, what it said. `work` gives {passed, failed, skipped, said}
 * or throws; a stage that fails doesn't keep the next from running.
 */
export async function stage(name, work) {
  const began = performance.now()
  console.log(`\n── ${name}`)
  const result = await work().catch((error) => ({ passed: 0, failed: 1, skipped: 0, said: error.message }))
  const { passed, failed, skipped = 0, said = '' } = result
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  if (said.trim() !== '') console.log(said.trim())
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${counts} (${seconds} s)`)
}

/** The outcome of a check that passes or fails as a whole. */
export function whole(passed, said = '') {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0, said }
}

/** Runs a program and keeps what it says: shown only when it fails. */
export async function check(program, args, env = {}) {
  const { code, said } = await capture(program, args, env)
  return whole(code === 0, code === 0 ? '' : said)
}

/** Runs a program to its end: exit code, all it said, and its standard output alone. */
export function capture(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: project,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing that we only listen to takes longer, an installation included.
      timeout: 600_000,
    })
    let said = ''
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text))
    child.once('error', (error) => resolve({ code: 1, said: error.message, out }))
    child.once('close', (code) => resolve({ code: code ?? 1, said, out }))
  })
}
