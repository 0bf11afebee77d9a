import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { request } from '../../platform/web/request/client.ts'
import { chooseCompany } from '../../platform/web/request/company.ts'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { paths } from '../paths.ts'

/** Ends this session and leaves nothing of it in the browser. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    const { error } = await request.POST('/api/sign-out')
    if (error !== undefined) {
      sayProblem(error)
      return
    }
    chooseCompany(null)
    queries.clear()
    await navigate({ to: paths.signIn })
  }
}
