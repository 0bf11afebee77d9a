import { createTransport } from 'nodemailer'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }
export type Mail = {
  /** Hands a letter in; throws when the mail server doesn't take it within some seconds. */
  readonly send: (letter: Letter) => Promise<void>
}

/** Plain-text mail through an SMTP server (smtp:// or smtps://, with user and password in the address). */
export function createMail(smtpUrl: string, from: string): Mail {
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 },
    { from },
  )
  return {
    send: async (letter) => {
      await transport.sendMail({ ...letter, disableFileAccess: true, disableUrlAccess: true })
    },
  }
}
