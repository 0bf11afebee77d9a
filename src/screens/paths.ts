/** Every address of the web app. Screens link by these names: `<Link to={paths.today}>`. */
export const paths = {
  signIn: '/sign-in',
  forgotten: '/forgotten',
  newPassword: '/new-password',
  join: '/join',
  welcome: '/welcome',
  start: '/start',
  today: '/',
  customers: '/customers',
  customer: '/customers/$customerId',
  countStock: '/customers/$customerId/count',
  sales: '/sales',
  newOrder: '/sales/new',
  order: '/sales/$orderId',
  editOrder: '/sales/$orderId/edit',
  register: '/customers/new',
  transfers: '/transfers',
  newTransfer: '/transfers/new',
  transfer: '/transfers/$transferId',
  pool: '/pool',
  imports: '/imports',
  privacy: '/privacy',
  blockList: '/privacy/blocked',
  privacyRequest: '/privacy/$requestId',
  import: '/imports/$importId',
  steward: '/steward',
  merge: '/steward/merge/$firstId/$secondId',
  collisions: '/collisions',
  collision: '/collisions/$collisionId',
  complaints: '/complaints',
  planning: '/planning',
  visits: '/visits',
  planVisit: '/visits/new',
  visit: '/visits/$visitId',
  people: '/people',
  person: '/people/$personId',
  newPerson: '/people/new',
  editPerson: '/people/$personId/edit',
  teams: '/people/teams',
  rights: '/people/rights',
  accessLog: '/people/access-log',
  notices: '/notices',
  coverage: '/people/coverage',
  settings: '/settings',
  webhooks: '/settings/webhooks',
  territories: '/settings/territories',
  products: '/settings/products',
  tiers: '/settings/tiers',
  priceLists: '/settings/prices',
  priceList: '/settings/prices/$listId',
  receivables: '/receivables',
  takePayment: '/receivables/take',
  account: '/receivables/$customerId',
  statement: '/receivables/$customerId/statement',
  cash: '/cash',
  rates: '/settings/rates',
  me: '/me',
} as const

/** A customer's page. */
export function customerPath(id: string): string {
  return `${paths.customers}/${id}`
}

/** A case of a customer that several people claim. */
export function collisionPath(id: string): string {
  return `${paths.collisions}/${id}`
}

/** A customer's account. */
export function accountPath(id: string): string {
  return `${paths.receivables}/${id}`
}

/** A customer's statement of account. */
export function statementPath(id: string): string {
  return `${paths.receivables}/${id}/statement`
}

/** A person's page. */
export function personPath(id: string): string {
  return `${paths.people}/${id}`
}

/** An import, wherever it stands. */
export function importPath(id: string): string {
  return `${paths.imports}/${id}`
}

/** A visit's page. */
export function visitPath(id: string): string {
  return `${paths.visits}/${id}`
}

/** Where one counts what a customer has on its shelves. */
export function countPath(customerId: string): string {
  return `${paths.customers}/${customerId}/count`
}

/** An order or a return. */
export function orderPath(id: string): string {
  return `${paths.sales}/${id}`
}

/** Where an order is changed. */
export function editOrderPath(id: string): string {
  return `${orderPath(id)}/edit`
}
