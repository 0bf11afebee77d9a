import { FILE_KINDS, type FileKind } from './kind.ts'

/** Signs that turn the direction of a text, with which "gpj.exe" reads as "exe.jpg", and other invisible ones. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * A name that every file system takes and that can't mislead: no path, no invisible signs, at most 80
 * characters, and the ending that belongs to what the file is.
 */
export function fileName(given: string, kind: FileKind): string {
  const { ending } = FILE_KINDS[kind]
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const bare = last
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
  const stem = bare.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/^[. ]+|[. ]+$/g, '')
  const short = [...stem].slice(0, 80).join('').trim()
  const safe = DEVICES.test(short) ? `_${short}` : short
  return `${safe === '' ? 'file' : safe}.${ending}`
}
