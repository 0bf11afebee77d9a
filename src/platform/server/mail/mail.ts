import { createTransport } from 'nodemailer'

export type Letter = {
  to: string
  subject: string
  text: string
  /** The same as a page, for programs that show one. */
  html?: string
}
/** Sends one letter; rejects when the mail server doesn't take it. */
export type Mail = (letter: Letter) => Promise<void>

/** Mail by way of an SMTP server. `from` is an address, with or without a name. */
export function mailBy(smtpUrl: string, from: string): Mail {
  const transport = createTransport(smtpUrl, {
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as never)
  return async ({ to, subject, text, html }) => {
    await transport.sendMail({ from, to, subject, text, ...(html === undefined ? {} : { html }) })
  }
}
