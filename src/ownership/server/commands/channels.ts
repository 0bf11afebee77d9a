import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { inRegister, onCustomer } from '../../../customers/server/commands/in-register.ts'
import { selectCustomers } from '../../../customers/server/queries/selection.ts'
import type { AddChannel } from '../../schema/coverage.ts'
import { addChannelTo, channelsOf, deleteChannel, lackingChannel } from '../queries/channels.ts'

/**
 * Notes a channel by which one or many customers reach the company without their salesperson (rule 2.6), from today
 * unless another day is given. Customers that have it already are left as they are.
 */
export async function addChannel(
  services: Services,
  actor: Actor,
  { selection, channel }: AddChannel,
): Promise<{ matched: number; added: number } | Refusal> {
  return await inRegister(
    services,
    actor,
    'add-channel',
    'customers.change',
    async ({ tx, changes, facts }) => {
      const since = channel.since ?? facts.today
      if (since > facts.today) return refuse('channel-in-the-future', { facts: { field: 'channel.since' } })
      const customers = await selectCustomers(tx, selection, facts)
      if (isRefusal(customers)) return customers
      const lacking = await lackingChannel(tx, customers, channel)
      if (lacking.length > 0)
        changes.addAll('customer_channel', await addChannelTo(tx, lacking, { ...channel, since }))
      return { matched: customers.length, added: lacking.length }
    },
  )
}

/** Removes a channel that is out of use; not-found when the customer has no such channel. */
export async function removeChannel(
  services: Services,
  actor: Actor,
  customer: string,
  channel: string,
): Promise<{ id: string } | Refusal> {
  return await onCustomer(
    services,
    actor,
    'remove-channel',
    'customers.change',
    customer,
    async ({ tx, changes }) => {
      const channels = await channelsOf(tx, customer)
      if (!channels.some(({ id }) => id === channel)) return refuse('not-found')
      await deleteChannel(tx, channel)
      changes.add('customer_channel', channel, customer, true)
      return { id: channel }
    },
  )
}
