import { useQueryClient } from '@tanstack/react-query'
import { meQuery, useMe } from '../../people/web/useMe.ts'
import type { LanguageCode } from '../../platform/web/language/languages.ts'
import { speak } from '../../platform/web/language/start.ts'
import { request } from '../../platform/web/request/client.ts'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'

/** Changes the language here at once, and for this person wherever they sign in, mail included. */
export function useChooseLanguage(): (language: LanguageCode) => Promise<void> {
  const queries = useQueryClient()
  const { person } = useMe()
  const params = { path: { id: person.id } }
  return async (language) => {
    await speak(language)
    const now = await request.GET('/api/people/{id}', { params })
    const version = now.data?.version
    if (version === undefined) return sayProblem(now.error)
    const { error } = await request.PATCH('/api/people/{id}', { params, body: { version, language } })
    if (error !== undefined) return sayProblem(error)
    await queries.invalidateQueries({ queryKey: meQuery.queryKey })
  }
}
