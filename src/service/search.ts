const views = ['open', 'overdue', 'mine', 'resolved'] as const
export type ComplaintView = (typeof views)[number]
export const complaintViews: readonly ComplaintView[] = views

/** What the address of the page of complaints may say. */
export type ComplaintSearch = { view?: ComplaintView; customer?: string }

/** Reads an address; anything else in it is left out. */
export function complaintSearch(raw: Readonly<Record<string, unknown>>): ComplaintSearch {
  const view = views.find((known) => known === raw['view'])
  const { customer } = raw
  const isId = typeof customer === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(customer)
  return { ...(view === undefined ? {} : { view }), ...(isId ? { customer } : {}) }
}

/** The same as a question to the server; `me` is who asks. */
export function queryOf({ view = 'open', customer }: ComplaintSearch, me: string) {
  return {
    state: view === 'mine' ? ('open' as const) : view,
    ...(view === 'mine' ? { responsibleId: me } : {}),
    ...(customer === undefined ? {} : { customerId: customer }),
  }
}
