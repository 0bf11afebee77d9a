import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { api } from '../platform/web/request/client.ts'
import { queryClient } from '../platform/web/request/query-client.ts'
import { paths } from './paths.ts'
import { root } from './root.tsx'
import { whoAmI } from './frame/who-am-i.ts'

async function waitsForSetUp(): Promise<boolean> {
  return (await queryClient.fetchQuery({ ...api.queryOptions('get', '/api/setup'), staleTime: 60_000 })).open
}

/** The screens before one is inside. */
export const doors = [
  createRoute({
    getParentRoute: () => root,
    path: paths.signIn,
    validateSearch: (search): { next?: string; refused?: 'provider' } => ({
      // Only addresses of ours: '//elsewhere' would leave.
      ...(typeof search['next'] === 'string' && /^\/(?![/\\])/.test(search['next'])
        ? { next: search['next'] }
        : {}),
      ...(search['refused'] === 'provider' ? { refused: 'provider' as const } : {}),
    }),
    beforeLoad: async () => {
      if (await waitsForSetUp()) throw redirect({ to: paths.welcome })
    },
    component: lazyRouteComponent(() => import('./sign-in/SignInScreen.tsx'), 'SignInScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.forgotten,
    component: lazyRouteComponent(() => import('./sign-in/ForgottenScreen.tsx'), 'ForgottenScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.newPassword,
    component: lazyRouteComponent(() => import('./sign-in/NewPasswordScreen.tsx'), 'NewPasswordScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.join,
    component: lazyRouteComponent(() => import('./sign-in/JoinScreen.tsx'), 'JoinScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.welcome,
    beforeLoad: async () => {
      if (!(await waitsForSetUp())) throw redirect({ to: paths.signIn })
    },
    component: lazyRouteComponent(() => import('./welcome/WelcomeScreen.tsx'), 'WelcomeScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.start,
    loader: whoAmI,
    component: lazyRouteComponent(() => import('./start/StartScreen.tsx'), 'StartScreen'),
  }),
] as const
