import {
  type IconProps,
  IconAddressBook,
  IconCalendarPlus,
  IconCoins,
  IconReceipt,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Permission } from '../../people/permissions.ts'
import { paths } from '../paths.ts'

export type NewThing = {
  /** Its words are `new.<name>` in the shell's sentences. */
  readonly name: string
  readonly to: string
  readonly icon: ComponentType<IconProps>
  readonly needs: Permission
}

/** What the ＋ makes, in the order of a day in the field. */
export const newThings: readonly NewThing[] = [
  { name: 'visit', to: paths.planVisit, icon: IconCalendarPlus, needs: 'visits.write' },
  { name: 'order', to: paths.newOrder, icon: IconReceipt, needs: 'orders.write' },
  { name: 'customer', to: paths.register, icon: IconAddressBook, needs: 'customers.register' },
  { name: 'payment', to: paths.takePayment, icon: IconCoins, needs: 'money.collect' },
]
