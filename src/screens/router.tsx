import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readSearch } from '../customers/list-search.ts'
import { productSearch } from '../customers/product-search.ts'
import { LoadingState } from '../platform/web/ui/LoadingState.tsx'
import { closeProblems } from '../platform/web/ui/offerUndo.tsx'
import { readScope } from './coverage/scope.ts'
import { doors } from './doors.tsx'
import { frame } from './behind-sign-in.tsx'
import { paths } from './paths.ts'
import { dayOfSearch, peopleSearch } from './people/search.ts'
import { complaintSearch } from '../service/search.ts'
import { poolSearch } from '../pool/search.ts'
import { planSearch, visitSearch } from '../visits/search.ts'
import { planningSearch } from '../visits/planning-search.ts'
import { newOrderSearch, orderSearch } from '../sales/order-search.ts'
import { priceSearch } from '../sales/price-search.ts'
import { moneyScreens } from './money/routes.ts'
import { root } from './root.tsx'
import { transferSearch } from './transfers/search.ts'

/** Every screen inside the frame, each loaded when it is first opened. */
const screens = [
  createRoute({
    getParentRoute: () => frame,
    path: paths.today,
    component: lazyRouteComponent(() => import('./today/TodayScreen.tsx'), 'TodayScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.customers,
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import('./customers/CustomersScreen.tsx'), 'CustomersScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.register,
    component: lazyRouteComponent(() => import('./customers/RegisterScreen.tsx'), 'RegisterScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.customer,
    validateSearch: (search): { edit?: string } =>
      typeof search['edit'] === 'string' ? { edit: search['edit'] } : {},
    component: lazyRouteComponent(() => import('./customers/CustomerScreen.tsx'), 'CustomerScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.notices,
    validateSearch: (search): { unread?: true } => (search['unread'] === true ? { unread: true } : {}),
    component: lazyRouteComponent(() => import('./notices/NoticesScreen.tsx'), 'NoticesScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.webhooks,
    component: lazyRouteComponent(() => import('./settings/WebhooksScreen.tsx'), 'WebhooksScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.planning,
    validateSearch: planningSearch,
    component: lazyRouteComponent(() => import('./visits/PlanningScreen.tsx'), 'PlanningScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.pool,
    validateSearch: poolSearch,
    component: lazyRouteComponent(() => import('./pool/PoolScreen.tsx'), 'PoolScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.settings,
    component: lazyRouteComponent(() => import('./settings/SettingsScreen.tsx'), 'SettingsScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.territories,
    component: lazyRouteComponent(() => import('./settings/TerritoriesScreen.tsx'), 'TerritoriesScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.products,
    validateSearch: productSearch,
    component: lazyRouteComponent(() => import('./settings/ProductsScreen.tsx'), 'ProductsScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.tiers,
    component: lazyRouteComponent(() => import('./settings/TiersScreen.tsx'), 'TiersScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.sales,
    validateSearch: orderSearch,
    component: lazyRouteComponent(() => import('./sales/SalesScreen.tsx'), 'SalesScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.newOrder,
    validateSearch: newOrderSearch,
    component: lazyRouteComponent(() => import('./sales/OrderFormScreen.tsx'), 'NewOrderScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.order,
    component: lazyRouteComponent(() => import('./sales/OrderScreen.tsx'), 'OrderScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.editOrder,
    component: lazyRouteComponent(() => import('./sales/OrderFormScreen.tsx'), 'EditOrderScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.countStock,
    validateSearch: (search): { visit?: string } =>
      typeof search['visit'] === 'string' ? { visit: search['visit'] } : {},
    component: lazyRouteComponent(() => import('./sales/CountScreen.tsx'), 'CountScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.priceLists,
    component: lazyRouteComponent(() => import('./settings/PriceListsScreen.tsx'), 'PriceListsScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.priceList,
    validateSearch: priceSearch,
    component: lazyRouteComponent(() => import('./settings/PriceListScreen.tsx'), 'PriceListScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.me,
    component: lazyRouteComponent(() => import('./me/MeScreen.tsx'), 'MeScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.steward,
    component: lazyRouteComponent(() => import('./steward/QueueScreen.tsx'), 'QueueScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.merge,
    component: lazyRouteComponent(() => import('./steward/MergeScreen.tsx'), 'MergeScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.collisions,
    component: lazyRouteComponent(() => import('./collisions/CollisionsScreen.tsx'), 'CollisionsScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.collision,
    component: lazyRouteComponent(() => import('./collisions/CollisionScreen.tsx'), 'CollisionScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.complaints,
    validateSearch: complaintSearch,
    component: lazyRouteComponent(() => import('./complaints/ComplaintsScreen.tsx'), 'ComplaintsScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.visits,
    validateSearch: visitSearch,
    component: lazyRouteComponent(() => import('./visits/VisitsScreen.tsx'), 'VisitsScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.planVisit,
    validateSearch: planSearch,
    component: lazyRouteComponent(() => import('./visits/PlanVisitScreen.tsx'), 'PlanVisitScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.visit,
    component: lazyRouteComponent(() => import('./visits/VisitScreen.tsx'), 'VisitScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.people,
    validateSearch: peopleSearch,
    component: lazyRouteComponent(() => import('./people/PeopleScreen.tsx'), 'PeopleScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.newPerson,
    component: lazyRouteComponent(() => import('./people/PersonFormScreen.tsx'), 'NewPersonScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.person,
    validateSearch: dayOfSearch,
    component: lazyRouteComponent(() => import('./people/PersonScreen.tsx'), 'PersonScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.editPerson,
    component: lazyRouteComponent(() => import('./people/PersonFormScreen.tsx'), 'EditPersonScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.teams,
    component: lazyRouteComponent(() => import('./people/TeamsScreen.tsx'), 'TeamsScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.rights,
    component: lazyRouteComponent(() => import('./people/RightsScreen.tsx'), 'RightsScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.coverage,
    validateSearch: readScope,
    component: lazyRouteComponent(() => import('./coverage/CoverageScreen.tsx'), 'CoverageScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.accessLog,
    component: lazyRouteComponent(() => import('./people/AccessLogScreen.tsx'), 'AccessLogScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.privacy,
    component: lazyRouteComponent(() => import('./privacy/PrivacyScreen.tsx'), 'PrivacyScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.blockList,
    component: lazyRouteComponent(() => import('./privacy/BlockListScreen.tsx'), 'BlockListScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.privacyRequest,
    component: lazyRouteComponent(() => import('./privacy/PrivacyRequestScreen.tsx'), 'PrivacyRequestScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.transfers,
    component: lazyRouteComponent(() => import('./transfers/TransfersScreen.tsx'), 'TransfersScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.newTransfer,
    validateSearch: transferSearch,
    component: lazyRouteComponent(() => import('./transfers/NewTransferScreen.tsx'), 'NewTransferScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.transfer,
    component: lazyRouteComponent(() => import('./transfers/TransferScreen.tsx'), 'TransferScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.imports,
    component: lazyRouteComponent(() => import('./imports/ImportsScreen.tsx'), 'ImportsScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.import,
    component: lazyRouteComponent(() => import('./imports/ImportScreen.tsx'), 'ImportScreen'),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren([...doors, frame.addChildren([...screens, ...moneyScreens])]),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <LoadingState />,
  defaultPendingMs: 150,
  scrollRestoration: true,
})

router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
  if (pathChanged) closeProblems()
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
