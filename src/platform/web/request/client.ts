import createFetchClient from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { chosenCompany } from './company.ts'
import type { paths } from './contract.gen.d.ts'
import { keptAnswers } from './kept-answers.ts'
import { tellSignedOut } from './signed-out.ts'

/** Requests by the contract's path and method, typed by it. A refusal comes back as `error` (problem details). */
export const request = createFetchClient<paths>({ baseUrl: '/' })

request.use({
  onRequest({ request: asked }) {
    const company = chosenCompany()
    if (company !== null) asked.headers.set('relevo-company', company)
    return asked
  },
  onResponse({ response, schemaPath }) {
    // A wrong password is 401 too, and says so on its own form.
    if (response.status === 401 && !schemaPath.startsWith('/api/sign-in')) tellSignedOut()
  },
})

request.use(keptAnswers())

/** The same requests as hooks: `api.useQuery('get', '/api/me')`, `api.useMutation(…)`, `api.queryOptions(…)`. */
export const api = createQueryClient(request)
