import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { say } from '../../../platform/web/ui/offerUndo.tsx'
import { FindPerson } from '../../../people/web/FindPerson.tsx'
import { useRefreshCustomers } from '../useRefreshCustomers.ts'
import { CoversFields } from './CoversFields.tsx'
import { SalespeopleField } from './SalespeopleField.tsx'
import { type Territory, salespeopleOf } from './territory.ts'

type Props = { territory: Territory | null; onClose: () => void }

/** Adds a territory or changes it: its name, what falls into it, its steward and its salespeople. */
export function TerritoryDialog({ territory, onClose }: Props) {
  const { t } = useTranslation('territories')
  const refresh = useRefreshCustomers()
  const [name, setName] = useState(territory?.name ?? '')
  const [stewardId, setStewardId] = useState(territory?.steward?.id ?? null)
  const [salespeople, setSalespeople] = useState<{ id: string; name: string }[]>(() =>
    territory === null ? [] : salespeopleOf(territory),
  )
  const [covers, setCovers] = useState(territory?.covers ?? { countries: [], regions: [], cities: [] })
  const saved = {
    onSuccess: async () => {
      await refresh()
      say(t('saved', { name }))
      onClose()
    },
  }
  const add = api.useMutation('post', '/api/territories', saved)
  const change = api.useMutation('patch', '/api/territories/{id}', saved)
  const sellsThere = stewardId !== null && salespeople.some(({ id }) => id === stewardId)
  function save() {
    const body = { name: name.trim(), stewardId, covers, salespeople: salespeople.map(({ id }) => id) }
    if (territory === null) add.mutate({ body })
    else {
      const { id, version } = territory
      change.mutate({ params: { path: { id } }, body: { ...body, version } })
    }
  }
  return (
    <FormModal
      title={territory === null ? t('add') : t('change', { name: territory.name })}
      onClose={onClose}
      button={t('save')}
      onSubmit={save}
      isReady={!sellsThere}
      isPending={add.isPending || change.isPending}
      error={add.error ?? change.error}
      of="territories"
      size="lg"
    >
      <TextInput
        label={t('name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        withAsterisk={false}
        maxLength={120}
        data-autofocus
      />
      <CoversFields covers={covers} onChange={setCovers} />
      <FindPerson
        label={t('steward')}
        nobody={t('noSteward')}
        value={stewardId}
        onChange={setStewardId}
        known={territory?.steward ?? null}
        error={sellsThere ? t('refused.steward-sells-there') : undefined}
      />
      <SalespeopleField label={t('salespeople')} value={salespeople} onChange={setSalespeople} />
    </FormModal>
  )
}
