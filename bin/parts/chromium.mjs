import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { aptInstall } from './debian.mjs'
import { ownNode, project, tool } from './project.mjs'
import { capture } from './stages.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const apps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a Chromium: RELEVO_CHROMIUM, else one on the machine, else Playwright's, else Debian's (installed as root). */
export async function findChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  const candidates = [process.env.RELEVO_CHROMIUM, ...onPath, ...apps, playwrightsOwn()]
  for (const path of candidates) if (path && existsSync(path) && (await runs(path))) return path
  console.log("No Chromium on this machine: downloading Playwright's.")
  const download = await capture(ownNode(), [tool('playwright'), 'install', 'chromium'])
  if (download.code === 0 && (await runs(playwrightsOwn()))) return playwrightsOwn()
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("That did not work: installing Debian's.")
    const trouble = await aptInstall('chromium', 'fonts-noto-cjk')
    if (trouble === null && (await runs('/usr/bin/chromium'))) return '/usr/bin/chromium'
  }
  throw new Error(
    `No Chromium could be found or installed. Install one and set RELEVO_CHROMIUM to its path.\n${download.said.trim()}`,
  )
}

function playwrightsOwn() {
  return createRequire(join(project, 'package.json'))('playwright').chromium.executablePath()
}

/** Not only whether it is there: one that lacks a library or a file of its own says its version and then fails. */
async function runs(path) {
  const { code, out } = await capture(path, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--dump-dom',
    'about:blank',
  ])
  return code === 0 && out.includes('<html>')
}
