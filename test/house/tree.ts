import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const project = join(import.meta.dirname, '../..')

/** The settings of this project's tools: a tree is judged by just these. */
const settings = `package.json package-lock.json bin vitest.config.ts .oxlintrc.json .dependency-cruiser.cjs
  tsconfig.base.json tsconfig.json tsconfig.rules.json tsconfig.server.json tsconfig.web.json tsconfig.test.json`.split(
  /\s+/,
)

/** A project of its own in a temporary folder: our settings and packages, and the sources of test/forbidden/`name`. */
export async function makeTree(name?: string): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'relevo-tree-'))
  for (const file of settings) await cp(join(project, file), join(folder, file), { recursive: true })
  await symlink(await realpath(join(project, 'node_modules')), join(folder, 'node_modules'))
  await mkdir(join(folder, 'src'))
  if (name !== undefined) await cp(join(project, 'test/forbidden', name), folder, { recursive: true })
  return folder
}

export async function dropTree(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** Runs a program of the packages in the tree, as a person would: nothing of the test that runs us shows through. */
export function runIn(folder: string, program: string, args: readonly string[]) {
  const { PATH, HOME, TMPDIR } = process.env
  const { stdout, stderr, status } = spawnSync(program, args, {
    cwd: folder,
    env: { PATH: `${join(project, 'node_modules/.bin')}:${PATH}`, HOME, TMPDIR, NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return { stdout, stderr, status }
}
