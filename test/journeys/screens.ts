/** A screen that every check looks at: how it is opened and by which heading one knows that it is there. */
export type Screen = {
  readonly name: string
  readonly path: string
  /** The first heading, in English. */
  readonly heading: string | RegExp
  /** Looked at without being signed in. */
  readonly outside?: true
}

/** Every screen; a new one is a line here. */
export const screens: readonly Screen[] = [
  { name: 'sign in', path: '/sign-in', heading: 'Sign in', outside: true },
  { name: 'forgotten', path: '/forgotten', heading: 'Forgotten your password?', outside: true },
  { name: 'new password', path: '/new-password#token', heading: 'A new password', outside: true },
  { name: 'join', path: '/join#nothing', heading: "This invitation can't be used", outside: true },
  { name: 'start', path: '/start', heading: 'Your company is ready' },
  { name: 'today', path: '/', heading: /Carmen Vidal/ },
  { name: 'webhooks', path: '/settings/webhooks', heading: 'Webhooks' },
  { name: 'transfers', path: '/transfers', heading: 'Transfers' },
  { name: 'new transfer', path: '/transfers/new', heading: 'Hand customers over' },
  { name: 'notices', path: '/notices', heading: 'Notices' },
  { name: 'coverage', path: '/people/coverage', heading: 'Coverage' },
  { name: 'complaints', path: '/complaints', heading: 'Complaints' },
  { name: 'collisions', path: '/collisions', heading: 'Collisions' },
  { name: 'route of today', path: '/planning', heading: 'Visit planning' },
  { name: 'week planned', path: '/planning?view=week', heading: 'Visit planning' },
  { name: 'due visits', path: '/planning?view=due', heading: 'Visit planning' },
  { name: 'pool', path: '/pool', heading: 'Company pool' },
  { name: 'returning to the pool', path: '/pool?view=returning', heading: 'Company pool' },
  { name: 'visits', path: '/visits', heading: 'Visits' },
  { name: 'promises', path: '/visits?view=promises', heading: 'Visits' },
  { name: 'plan a visit', path: '/visits/new', heading: 'Plan a visit' },
  { name: 'settings', path: '/settings', heading: 'Settings' },
  { name: 'territories', path: '/settings/territories', heading: 'Territories' },
  { name: 'tiers', path: '/settings/tiers', heading: 'Tiers' },
  { name: 'products', path: '/settings/products', heading: 'Products' },
  { name: 'sales', path: '/sales', heading: 'Sales' },
  { name: 'new order', path: '/sales/new', heading: 'Take an order' },
  { name: 'price lists', path: '/settings/prices', heading: 'Price lists' },
  { name: 'block list', path: '/privacy/blocked', heading: 'Block list' },
  { name: 'receivables', path: '/receivables', heading: 'What customers owe' },
  { name: 'cash in hand', path: '/cash', heading: 'Cash in hand' },
  { name: 'handed in', path: '/cash?view=handed-in', heading: 'Handed in' },
  { name: 'exchange rates', path: '/settings/rates', heading: 'Exchange rates' },
  { name: 'me', path: '/me', heading: 'Carmen Vidal' },
  { name: 'not found', path: '/nowhere', heading: 'There is nothing at this address' },
]
