import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { capture } from './stages.mjs'

/** Whether packages of the system may be installed here: Debian or its kin, as root, on a build server. */
export function mayInstall() {
  return process.getuid?.() === 0 && Boolean(process.env.CI) && existsSync('/usr/bin/apt-get')
}

/** Installs packages of the system; null when it worked, else what it said. */
export async function aptInstall(...packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await capture('apt-get', ['update', '-q'], env)
  const { code, said } = await capture(
    'apt-get',
    ['install', '-yq', '--no-install-recommends', ...packages],
    env,
  )
  return code === 0 ? null : said.split('\n').slice(-5).join('\n')
}

const postgres15 = '/usr/lib/postgresql/15'

/** Debian's PostgreSQL 15, the oldest version we support; null where there is none and none may be installed. */
export async function findPostgres15() {
  if (existsSync(`${postgres15}/bin/initdb`)) return postgres15
  if (!mayInstall()) return null
  keepItQuiet()
  const trouble = await aptInstall('postgresql-15')
  if (trouble !== null) console.log(`Debian's PostgreSQL 15 could not be installed: ${trouble}`)
  return trouble === null ? postgres15 : null
}

/** Debian would make and start a server of its own at once. We only want the programs. */
function keepItQuiet() {
  const path = '/etc/postgresql-common/createcluster.conf'
  const line = 'create_main_cluster = false\n'
  mkdirSync('/etc/postgresql-common', { recursive: true })
  if (!existsSync(path)) writeFileSync(path, line)
  else if (!readFileSync(path, 'utf8').includes(line)) writeFileSync(path, line, { flag: 'a' })
}
