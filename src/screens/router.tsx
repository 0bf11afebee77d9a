import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { meQuery } from '../people/web/useMe.ts'
import { problemOf } from '../platform/web/request/problem.ts'
import { queryClient } from '../platform/web/request/query-client.ts'
import { ErrorState } from '../platform/web/ui/ErrorState.tsx'
import { LoadingState } from '../platform/web/ui/LoadingState.tsx'
import { Frame } from './frame/Frame.tsx'
import { NotFound } from './frame/NotFound.tsx'
import { paths } from './paths.ts'

const root = createRootRoute({
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorState error={error} retry={reset} />,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: (search): { next?: string } =>
    typeof search['next'] === 'string' && /^\/(?!\/)/.test(search['next']) ? { next: search['next'] } : {},
  component: lazyRouteComponent(() => import('./sign-in/SignInScreen.tsx'), 'SignInScreen'),
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: paths.welcome,
  component: lazyRouteComponent(() => import('./welcome/WelcomeScreen.tsx'), 'WelcomeScreen'),
})

/** Everything behind the sign-in: the frame knows who asks before any screen is drawn. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  loader: async ({ location }) => {
    try {
      return await queryClient.ensureQueryData(meQuery)
    } catch (error) {
      if (problemOf(error).status !== 401) throw error
      throw redirect({
        to: paths.signIn,
        search: location.href === paths.today ? {} : { next: location.href },
      })
    }
  },
})

const screens = [
  createRoute({
    getParentRoute: () => frame,
    path: paths.today,
    component: lazyRouteComponent(() => import('./today/TodayScreen.tsx'), 'TodayScreen'),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren([signIn, welcome, frame.addChildren(screens)]),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <LoadingState />,
  defaultPendingMs: 150,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
