import type { Mail } from '../mail/mail.ts'
import { sentence } from '../mail/sentences.ts'

type Asked = { user: { name: string; email: string }; token: string }

/** Mails the link by which a new password is chosen, in the language of the page that asked for it. */
export async function sendNewPasswordLink(
  mail: Mail,
  url: string,
  { user, token }: Asked,
  request?: Request,
): Promise<void> {
  const language = languageOf(request?.headers.get('accept-language') ?? '')
  // Behind the #, so that it appears in no log of any server.
  const link = `${url}/new-password#${token}`
  await mail({
    to: user.email,
    subject: sentence(language, 'account', 'newPassword.mail.subject'),
    text: sentence(language, 'account', 'newPassword.mail.text', { name: user.name, link }),
  })
}

function languageOf(accepted: string): 'en' | 'es' | 'zh' {
  const first = accepted.slice(0, 2).toLowerCase()
  return first === 'es' || first === 'zh' ? first : 'en'
}
