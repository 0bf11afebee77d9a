import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal } from '../../../values/refusal.ts'
import { readCard } from '../../api/card.ts'
import { customerCards } from '../commands/card.ts'

/** Contact cards (rule 10.4). */
export function cardRoutes(services: Services): Routes {
  return newRoutes().openapi(readCard, async (c) => {
    const cards = await customerCards(services, c.get('actor'), c.req.valid('param').id)
    if (isRefusal(cards)) return refused(c, cards) as never
    return c.body(cards.text, 200, {
      'content-type': 'text/vcard; charset=utf-8',
      'content-disposition': 'attachment; filename="contact.vcf"',
      'cache-control': 'no-store',
    }) as never
  }) as unknown as Routes
}
