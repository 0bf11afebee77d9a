import {
  type IconProps,
  IconArrowsExchange,
  IconBan,
  IconCashBanknote,
  IconFileImport,
  IconHistory,
  IconKey,
  IconMap2,
  IconPackage,
  IconPlugConnected,
  IconShieldCheck,
  IconTags,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { Permission } from '../../people/permissions.ts'
import { paths } from '../paths.ts'

type Screen = {
  /** Its words are `palette.screens.<name>` in the shell's sentences. */
  readonly name:
    | 'handOver'
    | 'transfers'
    | 'coverage'
    | 'imports'
    | 'teams'
    | 'rights'
    | 'accessLog'
    | 'territories'
    | 'products'
    | 'prices'
    | 'webhooks'
    | 'blockList'
    | 'cash'
    | 'rates'
  readonly to: string
  readonly icon: ComponentType<IconProps>
  /** One of them opens it. */
  readonly needs: readonly Permission[]
}

/** Screens behind the places, which the palette leads to at once. */
export const screens: readonly Screen[] = [
  { name: 'handOver', to: paths.newTransfer, icon: IconArrowsExchange, needs: ['customers.assign'] },
  { name: 'transfers', to: paths.transfers, icon: IconArrowsExchange, needs: ['customers.assign'] },
  { name: 'coverage', to: paths.coverage, icon: IconShieldCheck, needs: ['customers.read'] },
  {
    name: 'imports',
    to: paths.imports,
    icon: IconFileImport,
    needs: ['customers.import', 'people.change', 'products.change', 'orders.import'],
  },
  { name: 'teams', to: paths.teams, icon: IconUsersGroup, needs: ['people.read'] },
  { name: 'rights', to: paths.rights, icon: IconKey, needs: ['people.read'] },
  { name: 'accessLog', to: paths.accessLog, icon: IconHistory, needs: ['access-log.read'] },
  { name: 'territories', to: paths.territories, icon: IconMap2, needs: ['territories.change'] },
  { name: 'products', to: paths.products, icon: IconPackage, needs: ['products.change'] },
  { name: 'prices', to: paths.priceLists, icon: IconTags, needs: ['prices.change'] },
  { name: 'webhooks', to: paths.webhooks, icon: IconPlugConnected, needs: ['integrations.manage'] },
  { name: 'cash', to: paths.cash, icon: IconCashBanknote, needs: ['money.read'] },
  { name: 'rates', to: paths.rates, icon: IconArrowsExchange, needs: ['rates.change'] },
  { name: 'blockList', to: paths.blockList, icon: IconBan, needs: ['privacy.manage'] },
]
