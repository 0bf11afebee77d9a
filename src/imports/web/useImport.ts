import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { UnknownChoice } from '../references.ts'
import { isWorking } from '../state.ts'
import { api, request } from '../../platform/web/request/client.ts'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import type { Configure } from './types.ts'

/** One import, asked again every half second while something is being done with it. */
export function useImport(id: string) {
  return api.useQuery(
    'get',
    '/api/imports/{id}',
    { params: { path: { id } } },
    {
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data !== undefined && isWorking(state.data.state) ? 500 : false),
    },
  )
}

export type Step = 'check' | 'run' | 'cancel' | 'undo' | 'resume'

/** What a person can do with an import; each says what went wrong and reads the import again. */
export function useImportActions(id: string) {
  const queries = useQueryClient()
  const path = { id }
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['get', '/api/imports/{id}'] })
    await queries.invalidateQueries({ queryKey: ['get', '/api/imports/{id}/rows'] })
    await queries.invalidateQueries({ queryKey: ['get', '/api/imports/{id}/unknown'] })
    await queries.invalidateQueries({ queryKey: ['get', '/api/imports'] })
  }
  const busy = useRef(false)
  const settle = async (answer: Promise<{ error?: unknown }>): Promise<boolean> => {
    try {
      const { error } = await answer
      if (error !== undefined) sayProblem(error)
      return error === undefined
    } catch (error) {
      sayProblem(error)
      return false
    } finally {
      await refresh()
    }
  }
  const post = {
    check: () => request.POST('/api/imports/{id}/check', { params: { path } }),
    run: () => request.POST('/api/imports/{id}/run', { params: { path } }),
    cancel: () => request.POST('/api/imports/{id}/cancel', { params: { path } }),
    undo: () => request.POST('/api/imports/{id}/undo', { params: { path } }),
    resume: () => request.POST('/api/imports/{id}/resume', { params: { path } }),
  }
  return {
    /** A second click while the first is under way counts for nothing. */
    step: async (name: Step) => {
      if (busy.current) return false
      busy.current = true
      try {
        return await settle(post[name]())
      } finally {
        busy.current = false
      }
    },
    configure: (body: Configure) => settle(request.PATCH('/api/imports/{id}', { params: { path }, body })),
    discard: () => settle(request.DELETE('/api/imports/{id}', { params: { path } })),
    amend: (body: { row: number; at: number; value: string; everywhere: boolean }) =>
      settle(request.POST('/api/imports/{id}/amend', { params: { path }, body })),
    chooseUnknown: (body: { field: string; choice: UnknownChoice }) =>
      settle(request.POST('/api/imports/{id}/unknown', { params: { path }, body })),
    decide: (body: {
      rows?: number[]
      verdict?: 'likely-duplicate'
      decision: 'create' | 'update' | 'leave' | null
    }) => settle(request.POST('/api/imports/{id}/decide', { params: { path }, body })),
  }
}
