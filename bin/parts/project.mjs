// What every script needs to know about this project. Plain JavaScript for Node 20: on a fresh clone there is no other.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** The Node that came with the packages (24), whatever the system has. */
export function ownNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(project, 'node_modules/node/bin', name)
  if (existsSync(path)) return path
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    `Relevo runs on Node 24 and this is ${process.versions.node}. Its own one is missing in node_modules: ` +
      'a policy of npm may have kept an installation script from running. Try `npm rebuild node`.',
  )
}

/** The script of a program that came with the packages: tool('vite'), tool('dependency-cruiser', 'depcruise'). */
export function tool(name, command = name) {
  const folder = join(project, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** For --help: prints what the script says and ends. */
export function helpWith(text) {
  if (!process.argv.slice(2).includes('--help') && !process.argv.slice(2).includes('-h')) return
  console.log(text)
  process.exit(0)
}

const keepWaiting = () => {}

/** Runs something to its end and gives its exit code. Ctrl-C and kill reach it, and we wait until it has finished. */
export function runThrough(program, args, options = {}) {
  const child = spawn(program, args, { cwd: project, stdio: 'inherit', ...options })
  // The terminal sends Ctrl-C to the child as well; a kill is meant for it just the same.
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', keepWaiting).on('SIGTERM', pass).on('SIGHUP', pass)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('SIGINT', keepWaiting).off('SIGTERM', pass).off('SIGHUP', pass)
      resolve(code ?? 1)
    })
  })
}

/** Runs one TypeScript file of ours with these words: in this process where Node is new enough, else in the right one. */
export async function runOurs(file, words, options = {}) {
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    process.argv.splice(1, Infinity, join(project, file), ...words)
    if (options.cwd !== undefined) process.chdir(options.cwd)
    await import(new URL(`../../${file}`, import.meta.url))
    return
  }
  process.exitCode = await runThrough(
    ownNode(),
    [...process.execArgv, join(project, file), ...words],
    options,
  )
}

/** Ends with a sentence instead of a stack trace. */
export function endWith(error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
