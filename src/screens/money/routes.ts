import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ageingSearch } from '../../sales/ageing-search.ts'
import { frame } from '../behind-sign-in.tsx'
import { paths } from '../paths.ts'
import { cashSearch } from './search.ts'

/** The pages about money. */
export const moneyScreens = [
  createRoute({
    getParentRoute: () => frame,
    path: paths.receivables,
    validateSearch: ageingSearch,
    component: lazyRouteComponent(() => import('./ReceivablesScreen.tsx'), 'ReceivablesScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.takePayment,
    component: lazyRouteComponent(() => import('./ReceivablesScreen.tsx'), 'TakePaymentScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.account,
    component: lazyRouteComponent(() => import('./AccountScreen.tsx'), 'AccountScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.statement,
    component: lazyRouteComponent(() => import('./StatementScreen.tsx'), 'StatementScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.cash,
    validateSearch: cashSearch,
    component: lazyRouteComponent(() => import('./CashScreen.tsx'), 'CashScreen'),
  }),
  createRoute({
    getParentRoute: () => frame,
    path: paths.rates,
    component: lazyRouteComponent(() => import('../settings/RatesScreen.tsx'), 'RatesScreen'),
  }),
] as const
