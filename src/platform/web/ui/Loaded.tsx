import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from './ErrorState.tsx'
import { LoadingState } from './LoadingState.tsx'

type Props<T> = {
  query: UseQueryResult<T, unknown>
  children: (data: T) => ReactNode
  /** The shape while loading; rows by default. */
  loading?: ReactNode
}

/** Shows what a query read, with its loading and error states: `<Loaded query={…}>{(data) => …}</Loaded>`. */
export function Loaded<T>({ query, children, loading }: Props<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  return loading ?? <LoadingState />
}
