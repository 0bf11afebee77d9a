import { createRoute } from '@tanstack/react-router'
import { whoAmI } from './frame/who-am-i.ts'
import { Inside } from './Inside.tsx'
import { root } from './root.tsx'

/** Everything behind the sign-in: the frame knows who asks before any screen is drawn. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Inside,
  loader: whoAmI,
})
