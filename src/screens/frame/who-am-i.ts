import { redirect } from '@tanstack/react-router'
import { meQuery } from '../../people/web/useMe.ts'
import { isLanguage, languageIsChosen } from '../../platform/web/language/languages.ts'
import { i18next } from '../../platform/web/language/start.ts'
import { problemOf } from '../../platform/web/request/problem.ts'
import { queryClient } from '../../platform/web/request/query-client.ts'
import { paths } from '../paths.ts'

/** Loads who asks before a screen is drawn; who isn't signed in goes to the door and comes back after. */
export async function whoAmI({ location }: { location: { href: string } }) {
  try {
    const me = await queryClient.ensureQueryData(meQuery)
    const { language } = me.person
    if (!languageIsChosen() && isLanguage(language)) await i18next.changeLanguage(language)
    return me
  } catch (error) {
    if (problemOf(error).status !== 401) throw error
    throw redirect({ to: paths.signIn, search: location.href === paths.today ? {} : { next: location.href } })
  }
}
