import { type SavedHow, protectedSavedHow } from './protected.ts'

export type MayWithCustomer = Readonly<
  Record<
    | 'change'
    | 'assign'
    | 'setTier'
    | 'close'
    | 'reopen'
    | 'merge'
    | 'decideRequests'
    | 'personalGroup'
    | 'export',
    boolean
  >
> & { readonly changeProtected: SavedHow }

/** What an asker can do with a customer: permissions, the state of the customer, and being of its own team. */
export function mayWith(
  customer: { status: string },
  asker: { may: readonly string[]; isOfTeam: boolean; personalGroupOn: boolean },
): MayWithCustomer {
  const alive = customer.status === 'active' || customer.status === 'closed'
  const can = (name: string) => alive && asker.may.includes(name)
  return {
    change: can('customers.change'),
    changeProtected: alive ? protectedSavedHow(asker.may) : 'no',
    assign: can('customers.assign'),
    setTier: can('customers.change'),
    close: customer.status === 'active' && can('customers.change.protected'),
    reopen: customer.status === 'closed' && can('customers.change.protected'),
    merge: can('customers.merge'),
    decideRequests: can('requests.decide'),
    personalGroup: alive && asker.personalGroupOn && asker.isOfTeam,
    export: asker.may.includes('customers.export'),
  }
}
