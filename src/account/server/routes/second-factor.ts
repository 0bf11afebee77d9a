import { z } from '@hono/zod-openapi'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { ask } from '../../../platform/server/sign-in/ask.ts'
import * as api from '../../api/security.ts'

const Codes = z.object({ backupCodes: z.array(z.string()) })
const Offer = Codes.extend({ totpURI: z.string() })
const done = { done: true } as const

/** The second factor: codes of an authenticator app, and backup codes for the day it is lost. */
export function secondFactorRoutes({ signIn }: Services): Routes {
  return newRoutes()
    .openapi(api.beginSecondFactor, async (c) => {
      const { data, no } = await ask(signIn, c, '/two-factor/enable', c.req.valid('json'))
      if (no !== null) return no as never
      const { totpURI, backupCodes } = Offer.parse(data)
      return c.json({ uri: totpURI, backupCodes }, 200)
    })
    .openapi(api.confirmSecondFactor, async (c) => {
      const { no } = await ask(signIn, c, '/two-factor/verify-totp', c.req.valid('json'))
      return no === null ? c.json(done, 200) : (no as never)
    })
    .openapi(api.renewBackupCodes, async (c) => {
      const { data, no } = await ask(signIn, c, '/two-factor/generate-backup-codes', c.req.valid('json'))
      return no === null ? c.json({ backupCodes: Codes.parse(data).backupCodes }, 200) : (no as never)
    })
    .openapi(api.endSecondFactor, async (c) => {
      const { no } = await ask(signIn, c, '/two-factor/disable', c.req.valid('json'))
      return no === null ? c.json(done, 200) : (no as never)
    }) as unknown as Routes
}
