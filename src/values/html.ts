/** A piece of HTML that is safe to put into a page: made by `html` alone. */
export type Html = { readonly html: string }

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

type Part = string | number | null | undefined | Html | readonly (Html | string)[]

function written(part: Part): string {
  if (part === null || part === undefined) return ''
  if (typeof part === 'string') return part.replace(/[&<>"']/gu, (sign) => signs[sign] ?? sign)
  if (typeof part === 'number') return String(part)
  if ('html' in part) return part.html
  return part.map(written).join('')
}

/** Writes HTML with texts put in escaped: html`<td>${name}</td>`. Lists are joined; null and undefined are nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.map((text, at) => text + (at < parts.length ? written(parts[at]) : '')).join('') }
}
