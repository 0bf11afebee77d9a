import { html } from '../values/html.ts'

/** A notice as it stands in a letter: its sentence and the whole address of what it is about. */
export type LetterLine = { readonly sentence: string; readonly url: string | null }

export type LetterWords = {
  readonly subject: string
  readonly hello: string
  readonly open: string
  /** Where all notices are, as a sentence with the address. */
  readonly all: string
  readonly how: string
  readonly footer: string
}

/** A letter of unread notices, as plain text and as HTML that shows nothing from elsewhere. */
export function letterOf(
  lines: readonly LetterLine[],
  words: LetterWords,
): { subject: string; text: string; html: string } {
  const { subject, hello, open, all, how, footer } = words
  const list = lines.map(({ sentence, url }) => (url === null ? `* ${sentence}` : `* ${sentence}\n  ${url}`))
  const items = lines.map(
    ({ sentence, url }) =>
      html`<li style="margin:0 0 12px">${sentence}${url === null ? '' : html` <a href="${url}">${open}</a>`}</li>`,
  )
  const page = html`<!doctype html><html><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font-family:sans-serif;line-height:1.5;max-width:36rem;margin:0 auto;padding:16px">
<p>${hello}</p><ul style="padding-left:20px">${items}</ul><p>${all}</p>
<p style="color:#666;font-size:13px">${how}<br>${footer}</p></body></html>`
  return {
    subject,
    text: [hello, list.join('\n'), all, `${how}\n${footer}`].join('\n\n'),
    html: page.html,
  }
}
