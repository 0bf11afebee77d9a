import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkLibraries } from './binaries.ts'

let root: string
let lib: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'relevo-lib-'))
  lib = join(root, 'native/lib')
  await mkdir(lib, { recursive: true })
  await writeFile(join(lib, 'libicuuc.so.60.2'), '')
  const links = [
    { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so' },
    { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' },
  ]
  await writeFile(join(root, 'native/pg-symlinks.json'), JSON.stringify(links))
})

afterEach(() => rm(root, { recursive: true, force: true }))

test('links that the installation was not allowed to make are made, also by two programs at once', async () => {
  await Promise.all([linkLibraries(root), linkLibraries(root)])
  expect(await readlink(join(lib, 'libicuuc.so'))).toBe('libicuuc.so.60.2')
  expect(await readlink(join(lib, 'libicuuc.so.60'))).toBe('libicuuc.so.60.2')
})

test('where that is impossible, it says what to do', async () => {
  await rm(lib, { recursive: true })
  await expect(linkLibraries(root)).rejects.toThrow(/libicuuc\.so\. Run `npm rebuild`/)
})
