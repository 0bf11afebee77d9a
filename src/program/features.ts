import { demoRoutes } from '../demo/server/routes.ts'
import { registerCompanyRoutes } from '../customers/server/routes/company.ts'
import { manyRoutes } from '../customers/server/routes/many.ts'
import { personalRoutes } from '../customers/server/routes/personal.ts'
import { listFileRoutes } from '../customers/server/routes/list-file.ts'
import { cardRoutes } from '../customers/server/routes/card.ts'
import { profileRoutes } from '../customers/server/routes/profile.ts'
import { registerRoutes } from '../customers/server/routes/register.ts'
import { requestRoutes } from '../customers/server/routes/requests.ts'
import { historyRoutes } from '../ownership/server/routes/history.ts'
import { ownershipRoutes } from '../ownership/server/routes.ts'
import { collisionFileRoutes } from '../ownership/server/routes/collision-files.ts'
import { collisionRoutes } from '../ownership/server/routes/collisions.ts'
import { coverageRoutes } from '../ownership/server/routes/coverage.ts'
import { lineRoutes } from '../ownership/server/routes/lines.ts'
import { calendarRoutes } from '../calendar/server/routes.ts'
import { promiseRoutes } from '../visits/server/promise-routes.ts'
import { visitRoutes } from '../visits/server/routes.ts'
import { departureRoutes } from '../departures/server/routes.ts'
import { webhookRoutes } from '../webhooks/server/routes.ts'
import { transferRoutes } from '../ownership/server/routes/transfers.ts'
import { noticeRoutes } from '../notices/server/routes/notices.ts'
import { accountRoutes } from '../account/server/routes.ts'
import { documentRoutes } from '../documents/server/routes.ts'
import { duplicateRoutes } from '../stewardship/server/routes/duplicates.ts'
import { mergeRoutes } from '../stewardship/server/routes/merges.ts'
import { queueRoutes } from '../stewardship/server/routes/queue.ts'
import { importRoutes } from '../imports/server/routes/imports.ts'
import { exportRoutes } from '../imports/server/routes/exports.ts'
import { exportingOf } from './exports.ts'
import { facts, poolSources } from './facts.ts'
import { importingOf } from './imports.ts'
import { namers } from './notices.ts'
import { timelineSources } from './timeline.ts'
import { pushRoutes } from '../sales/server/routes/push.ts'
import { orderRoutes } from '../sales/server/routes/orders.ts'
import { poolRoutes } from '../pool/server/routes.ts'
import { complaintRoutes } from '../service/server/routes.ts'
import { byMonthRoutes } from '../sales/server/routes/by-month.ts'
import { tierRoutes } from '../sales/server/routes/tiers.ts'
import { privacyRoutes } from '../privacy/server/routes/privacy.ts'
import { priceRoutes } from '../sales/server/routes/prices.ts'
import { stockRoutes } from '../sales/server/routes/stock.ts'
import { paymentRoutes } from '../sales/server/routes/payments.ts'
import { rateRoutes } from '../sales/server/routes/rates.ts'
import { receivableRoutes } from '../sales/server/routes/receivables.ts'
import { measureRoutes } from '../sales/server/routes/measures.ts'
import { planRoutes } from '../visits/server/routes/plan.ts'
import { cadenceRoutes } from '../visits/server/routes/cadence.ts'
import type { Routes } from '../platform/server/http/routes.ts'
import type { Services } from '../platform/server/services.ts'

/** Every feature's routes behind the sign-in gate; one line each. */
export function mountFeatures(app: Routes, services: Services): void {
  app.route('/', demoRoutes(services))
  // Before the customer of that id: 'file' is none.
  app.route('/', listFileRoutes(services))
  app.route('/', registerRoutes(services, timelineSources))
  app.route('/', documentRoutes(services))
  app.route('/', duplicateRoutes(services))
  app.route('/', mergeRoutes(services))
  app.route('/', profileRoutes(services))
  app.route('/', cardRoutes(services))
  app.route('/', manyRoutes(services))
  app.route('/', personalRoutes(services))
  app.route('/', registerCompanyRoutes(services))
  app.route('/', requestRoutes(services))
  app.route('/', queueRoutes(services))
  app.route('/', privacyRoutes(services))
  app.route('/', ownershipRoutes(services))
  app.route('/', historyRoutes(services))
  app.route('/', coverageRoutes(services, facts))
  app.route('/', lineRoutes(services))
  app.route('/', poolRoutes(services, poolSources))
  app.route('/', transferRoutes(services, facts))
  app.route('/', complaintRoutes(services))
  app.route('/', tierRoutes(services))
  app.route('/', byMonthRoutes(services))
  app.route('/', collisionFileRoutes(services))
  app.route('/', collisionRoutes(services, facts))
  // Before the visit of that id: 'due' and 'plan' are none.
  app.route('/', cadenceRoutes(services))
  app.route('/', planRoutes(services))
  app.route('/', visitRoutes(services))
  app.route('/', promiseRoutes(services))
  app.route('/', priceRoutes(services))
  app.route('/', stockRoutes(services))
  app.route('/', pushRoutes(services))
  app.route('/', measureRoutes(services))
  app.route('/', orderRoutes(services))
  app.route('/', accountRoutes(services))
  app.route('/', noticeRoutes(services, namers))
  app.route('/', departureRoutes(services, facts))
  app.route('/', webhookRoutes(services))
  app.route('/', calendarRoutes(services))
  app.route('/', receivableRoutes(services))
  app.route('/', paymentRoutes(services))
  app.route('/', rateRoutes(services))
  app.route('/', importRoutes(importingOf(services)))
  app.route('/', exportRoutes(exportingOf(services)))
}
