import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from './platform/web/language/start.ts'
import { queryClient } from './platform/web/request/query-client.ts'
import { onSignedOut } from './platform/web/request/signed-out.ts'
import { Theme } from './platform/web/theme/Theme.tsx'
import { paths } from './screens/paths.ts'
import { router } from './screens/router.tsx'

const doors = new Set<string>([paths.signIn, paths.welcome, paths.forgotten, paths.newPassword, paths.join])

await startLanguage()

onSignedOut(() => {
  const { href, pathname } = router.state.location
  if (doors.has(pathname)) return
  queryClient.clear()
  void router.navigate({ to: paths.signIn, search: { next: href } })
})

const place = document.querySelector('#root')
if (place === null) throw new Error('the page has no place for the app')
createRoot(place).render(
  <StrictMode>
    <Theme>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Theme>
  </StrictMode>,
)
