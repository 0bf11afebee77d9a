import {
  type IconProps,
  IconAddressBook,
  IconBell,
  IconChecklist,
  IconCoins,
  IconLifebuoy,
  IconReceipt,
  IconMoodSad,
  IconSettings,
  IconRoute,
  IconScale,
  IconShieldLock,
  IconSunrise,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Permission } from '../../people/permissions.ts'
import { paths } from '../paths.ts'

export type Place = {
  /** Its words are `places.<name>` in the shell's sentences. */
  readonly name:
    | 'today'
    | 'customers'
    | 'visits'
    | 'sales'
    | 'steward'
    | 'collisions'
    | 'receivables'
    | 'complaints'
    | 'pool'
    | 'privacy'
    | 'people'
    | 'notices'
    | 'settings'
    | 'me'
  readonly to: string
  readonly icon: ComponentType<IconProps>
  /** The letter after g that goes there. */
  readonly key: string
  /** Shown to those who may (one of them); to everybody when absent. */
  readonly needs?: Permission | readonly Permission[]
  /** Among the five at the bottom of a phone. */
  readonly onPhone?: boolean
  /** At the foot of the rail. */
  readonly atFoot?: boolean
}

/** Settings are open to whoever may change something there. */
export const settingsNeeds = [
  'company.settings',
  'territories.change',
  'products.change',
  'prices.change',
  'rates.change',
] as const

/** Where one can go, in the order of the rail. */
export const places: readonly Place[] = [
  { name: 'today', to: paths.today, icon: IconSunrise, key: 't', onPhone: true },
  {
    name: 'customers',
    to: paths.customers,
    icon: IconAddressBook,
    key: 'c',
    needs: 'customers.read',
    onPhone: true,
  },
  { name: 'visits', to: paths.visits, icon: IconRoute, key: 'v', needs: 'customers.read' },
  { name: 'sales', to: paths.sales, icon: IconReceipt, key: 'o', needs: 'customers.read' },
  { name: 'pool', to: paths.pool, icon: IconLifebuoy, key: 'b', needs: 'customers.pool' },
  { name: 'steward', to: paths.steward, icon: IconChecklist, key: 'd', needs: 'customers.steward' },
  { name: 'collisions', to: paths.collisions, icon: IconScale, key: 'x', needs: 'customers.read' },
  { name: 'complaints', to: paths.complaints, icon: IconMoodSad, key: 'q', needs: 'customers.read' },
  { name: 'receivables', to: paths.receivables, icon: IconCoins, key: 'e', needs: 'money.read' },
  { name: 'people', to: paths.people, icon: IconUsers, key: 'p', needs: 'people.read' },
  {
    name: 'privacy',
    to: paths.privacy,
    icon: IconShieldLock,
    key: 'y',
    needs: 'privacy.manage',
    atFoot: true,
  },
  {
    name: 'settings',
    to: paths.settings,
    icon: IconSettings,
    key: 's',
    needs: settingsNeeds,
    atFoot: true,
  },
  { name: 'notices', to: paths.notices, icon: IconBell, key: 'n', atFoot: true },
  { name: 'me', to: paths.me, icon: IconUserCircle, key: 'm', onPhone: true, atFoot: true },
]
