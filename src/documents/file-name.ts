import { type MediaType, extensionOf } from './media-type.ts'

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu

/**
 * The name a file is kept and handed out under: no folders, no control or direction characters, nothing a system
 * gives a meaning to, at most 120 letters, and the ending that its content has.
 */
export function fileNameFor(name: string, type: MediaType): string {
  const last = name.normalize().split(/[/\\]/u).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const stem = plain
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, '')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .trim()
  const short = [...stem].slice(0, 120).join('').trim()
  const safe = short === '' ? 'file' : reserved.test(short) ? `${short}-file` : short
  return `${safe}.${extensionOf(type)}`
}

/** A Content-Disposition that always saves, never opens; the plain name for old clients, the true one beside it (RFC 6266). */
export function attachmentNamed(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7E]/gu, '')
    .replace(/["\\%]/gu, '_')
    .trim()
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain.startsWith('.') || plain === '' ? `file${plain}` : plain}"; filename*=UTF-8''${encoded}`
}
