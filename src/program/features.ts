import type { Routes } from '../platform/server/http/routes.ts'
import type { Services } from '../platform/server/services.ts'

/** Every feature's routes behind the sign-in gate; one line each. */
export function mountFeatures(_app: Routes, _services: Services): void {}
