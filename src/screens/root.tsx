import { createRootRoute } from '@tanstack/react-router'
import { ErrorState } from '../platform/web/ui/ErrorState.tsx'
import { NotFound } from './frame/NotFound.tsx'

/** What every address hangs on. */
export const root = createRootRoute({
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorState error={error} retry={reset} />,
})
