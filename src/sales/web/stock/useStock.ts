import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { request } from '../../../platform/web/request/client.ts'
import { offerUndo, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'

/** After a count or write-off: what the outlet has is read anew. */
export function useRefreshStock(): () => Promise<void> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => /stock/.test(String(queryKey[1])) })
}

type Kind = 'stock-counts' | 'write-offs'

/** Withdraws a wrong count or write-off, with the way back; or takes that back. */
export function useWithdraw() {
  const { t } = useTranslation('stock')
  const refresh = useRefreshStock()
  const set = async (kind: Kind, id: string, withdrawn: boolean) => {
    const asked = { params: { path: { id } }, body: { withdrawn } }
    const { error } =
      kind === 'stock-counts'
        ? await request.PUT('/api/stock-counts/{id}/withdrawn', asked)
        : await request.PUT('/api/write-offs/{id}/withdrawn', asked)
    if (error !== undefined) throw error
    await refresh()
  }
  return async (kind: Kind, id: string, withdrawn: boolean): Promise<void> => {
    try {
      await set(kind, id, withdrawn)
      offerUndo(t(withdrawn ? 'withdrawn' : 'backAgain'), () => set(kind, id, !withdrawn))
    } catch (error) {
      sayProblem(error)
    }
  }
}
