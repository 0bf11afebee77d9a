import { ActionIcon, Button, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { refreshPeople } from './refresh.ts'
import type { Person } from './types.ts'
import { useMay } from './useMe.ts'

const kinds = ['contract', 'confidentiality', 'non-compete', 'intellectual-property', 'other'] as const

/** Agreements on file with their dates; HR and the principal keep them, the person reads their own. */
export function Agreements({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const { day } = useFormats()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const remove = api.useMutation('delete', '/api/people/{id}/agreements/{agreementId}', {
    onSuccess: refreshPeople,
    onError: sayProblem,
  })
  const agreements = person.agreements ?? []
  return (
    <>
      {agreements.length === 0 && <Text c="dimmed">{t('agreements.none')}</Text>}
      {agreements.length > 0 && (
        <Lines label={t('agreements.title')}>
          {agreements.map((one) => (
            <Line
              key={one.id}
              title={t(`agreements.kind.${one.kind}`)}
              detail={[
                one.signedOn === null
                  ? t('agreements.unsigned')
                  : t('agreements.signed', { day: day(one.signedOn) }),
                one.endsOn === null ? null : t('agreements.ends', { day: day(one.endsOn) }),
                one.note === '' ? null : one.note,
              ]
                .filter((fact) => fact !== null)
                .join(' · ')}
              action={
                may('people.agreements') && (
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    aria-label={t('agreements.remove', { kind: t(`agreements.kind.${one.kind}`) })}
                    onClick={() =>
                      remove.mutate({ params: { path: { id: person.id, agreementId: one.id } } })
                    }
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                )
              }
            />
          ))}
        </Lines>
      )}
      {may('people.agreements') && (
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          {t('agreements.add')}
        </Button>
      )}
      {adding && <AgreementDialog person={person} close={() => setAdding(false)} />}
    </>
  )
}

function AgreementDialog({ person, close }: { person: Person; close: () => void }) {
  const { t } = useTranslation('people')
  const [kind, setKind] = useState<(typeof kinds)[number]>('contract')
  const [signedOn, setSignedOn] = useState<string | null>(null)
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const add = api.useMutation('post', '/api/people/{id}/agreements', {
    onSuccess: async () => {
      await refreshPeople()
      close()
    },
  })
  const body = { kind, signedOn, endsOn, note }
  return (
    <Modal opened onClose={close} title={t('agreements.add')}>
      <Stack>
        <Select
          label={t('agreements.what')}
          data={kinds.map((one) => ({ value: one, label: t(`agreements.kind.${one}`) }))}
          value={kind}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
          allowDeselect={false}
        />
        <DayField label={t('agreements.signedOn')} value={signedOn} onChange={setSignedOn} clearable />
        <DayField label={t('agreements.endsOn')} value={endsOn} onChange={setEndsOn} clearable />
        <Textarea
          label={t('agreements.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormProblem error={add.error} />
        <Button
          loading={add.isPending}
          onClick={() => add.mutate({ params: { path: { id: person.id } }, body })}
        >
          {t('save')}
        </Button>
      </Stack>
    </Modal>
  )
}
