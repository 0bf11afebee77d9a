import { FILE_KINDS, type FileKind } from './kind.ts'
import { fileName } from './name.ts'

/**
 * Headers under which a kept file is sent: saved, not shown, by a browser that opens its address; never
 * taken for another type; without a right to run anything should it be shown after all. A picture in a
 * page still appears, since that ignores the disposition.
 */
export function downloadHeaders(name: string, kind: FileKind): Record<string, string> {
  const safe = fileName(name, kind)
  const plain = safe.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return {
    'content-type': FILE_KINDS[kind].type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(safe)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
  }
}

/** RFC 8187: what encodeURIComponent leaves alone but the header may not hold. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
