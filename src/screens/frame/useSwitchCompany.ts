import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { chooseCompany } from '../../platform/web/request/company.ts'
import { closeNotes } from '../../platform/web/ui/offerUndo.tsx'
import { paths } from '../paths.ts'

/** Changes to another company of mine: nothing of the one before stays on the screen. */
export function useSwitchCompany(): (id: string) => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  return async (id) => {
    chooseCompany(id)
    closeNotes()
    queries.clear()
    await router.invalidate()
    await router.navigate({ to: paths.today })
  }
}
