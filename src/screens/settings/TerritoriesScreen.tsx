import { Button, Stack } from '@mantine/core'
import { IconMap2, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlaceCustomers } from '../../customers/web/territories/PlaceCustomers.tsx'
import { RemoveTerritory } from '../../customers/web/territories/RemoveTerritory.tsx'
import { TerritoryDialog } from '../../customers/web/territories/TerritoryDialog.tsx'
import { TerritoryLine } from '../../customers/web/territories/TerritoryLine.tsx'
import classes from '../../customers/web/territories/territories.module.css'
import type { Territory } from '../../customers/web/territories/territory.ts'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { paths } from '../paths.ts'

type Open = { what: 'change' | 'remove'; territory: Territory } | { what: 'add' } | null

/** Who keeps which area: what falls into it, its steward (who sells elsewhere, rule 1.3) and its salespeople. */
export function TerritoriesScreen() {
  const { t } = useTranslation(['territories', 'customers', 'company'])
  const may = useMay()
  const [open, setOpen] = useState<Open>(null)
  const query = api.useQuery('get', '/api/territories')
  const mayChange = may('territories.change')
  const close = () => setOpen(null)
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ what: 'add' })}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        crumbs={[{ label: t('company:title'), to: paths.settings }]}
        actions={mayChange && add}
      />
      <Loaded query={query}>
        {({ territories, unplaced }) =>
          territories.length === 0 ? (
            <EmptyState icon={<IconMap2 stroke={1.6} />} title={t('none')} text={t('noneText')} />
          ) : (
            <Stack>
              {mayChange && may('customers.change') && <PlaceCustomers unplaced={unplaced} />}
              <ul className={classes['territories']} aria-label={t('title')}>
                {territories.map((territory) => (
                  <TerritoryLine
                    key={territory.id}
                    territory={territory}
                    customersAt={may('customers.read') ? paths.customers : undefined}
                    onlySeen={!may('customers.read.all')}
                    onChange={mayChange ? () => setOpen({ what: 'change', territory }) : undefined}
                    onRemove={mayChange ? () => setOpen({ what: 'remove', territory }) : undefined}
                  />
                ))}
              </ul>
            </Stack>
          )
        }
      </Loaded>
      {open?.what === 'add' && <TerritoryDialog territory={null} onClose={close} />}
      {open?.what === 'change' && <TerritoryDialog territory={open.territory} onClose={close} />}
      {open?.what === 'remove' && <RemoveTerritory territory={open.territory} onClose={close} />}
    </>
  )
}
