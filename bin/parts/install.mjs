import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { project, runThrough } from './project.mjs'

/** Installs the packages by the lock file, unless just these are there. What npm says goes to standard error. */
export async function install() {
  const missing = whatDiffers()
  if (missing === null) return
  if (
    existsSync(join(project, 'node_modules')) &&
    lstatSync(join(project, 'node_modules')).isSymbolicLink()
  ) {
    console.error(`node_modules is a link, so it stays as it is, although ${missing}.`)
    return
  }
  console.error(`Installing the packages (${missing}) …`)
  const npm = process.env.npm_execpath
  const words = ['ci', '--loglevel=error']
  const [program, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...words]] : ['npm', words]
  const code = await runThrough(program, args, {
    stdio: ['ignore', process.stderr, process.stderr],
    shell: program === 'npm' && process.platform === 'win32',
  })
  if (code !== 0) throw new Error('The packages could not be installed: see above. `npm ci` tries again.')
}

/** Says in a few words why the packages aren't those of the lock file; null when they are. npm keeps its own record. */
function whatDiffers() {
  let installed
  try {
    installed = packagesOf('node_modules/.package-lock.json')
  } catch {
    return 'there are none yet'
  }
  for (const [path, wanted] of Object.entries(packagesOf('package-lock.json'))) {
    if (path === '') continue
    const found = installed[path]
    if (found === undefined && !wanted.optional) return `${path.replace(/.*node_modules\//, '')} is missing`
    if (found !== undefined && found.version !== wanted.version) {
      return `${path.replace(/.*node_modules\//, '')} is ${found.version} and should be ${wanted.version}`
    }
  }
  return null
}

function packagesOf(lock) {
  return JSON.parse(readFileSync(join(project, lock), 'utf8')).packages
}
