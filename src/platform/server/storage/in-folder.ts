import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { measured, placeOf, type FileStore } from './store.ts'

/**
 * Files in a folder, one below it for each company. A file is written beside its place and moved there
 * when it is whole and on the disk, so that nobody ever reads half of one.
 */
export function folderStore(folder: string, organizationId: string): FileStore {
  const at = (key: string) => join(folder, placeOf(organizationId, key))
  return {
    async put(key, content) {
      const place = at(key)
      // No key begins with a dot: nothing unfinished can be asked for.
      const unfinished = join(dirname(place), `.${randomUUID()}`)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      const { pieces, kept } = measured(content)
      try {
        const file = await open(unfinished, 'wx', 0o600)
        try {
          for await (const piece of pieces) await file.appendFile(piece)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(unfinished, place)
      } catch (cause) {
        await rm(unfinished, { force: true })
        throw cause
      }
      return kept()
    },
    async get(key) {
      const place = at(key)
      return (await isThere(place)) ? createReadStream(place) : null
    },
    remove: (key) => rm(at(key), { force: true }),
    exists: (key) => isThere(at(key)),
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}
