import { ActionIcon, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { type Agreement, AgreementDialog } from './AgreementDialog.tsx'
import { refreshPeople } from './refresh.ts'
import type { Person } from './types.ts'
import { useMay } from './useMe.ts'

/** Agreements on file with their dates; HR and the principal keep them, the person reads their own. */
export function Agreements({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const { day, money } = useFormats()
  const mayChange = useMay()('people.agreements')
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
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
                one.startsOn === null ? null : t('agreements.starts', { day: day(one.startsOn) }),
                one.endsOn === null ? null : t('agreements.ends', { day: day(one.endsOn) }),
                one.compensationMinor === null || one.currency === null
                  ? null
                  : t('agreements.paid', { amount: money(one.compensationMinor, one.currency) }),
                one.note === '' ? null : one.note,
              ]
                .filter((fact) => fact !== null)
                .join(' · ')}
              action={
                mayChange && (
                  <Group gap={4} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      size="lg"
                      aria-label={t('agreements.change', { kind: t(`agreements.kind.${one.kind}`) })}
                      onClick={() => setOpen({ what: 'change', agreement: one })}
                    >
                      <IconPencil size={16} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      size="lg"
                      color="red"
                      aria-label={t('agreements.remove', { kind: t(`agreements.kind.${one.kind}`) })}
                      onClick={() => setOpen({ what: 'remove', agreement: one })}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  </Group>
                )
              }
            />
          ))}
        </Lines>
      )}
      {mayChange && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setOpen({ what: 'add' })}
        >
          {t('agreements.add')}
        </Button>
      )}
      {open?.what === 'add' && <AgreementDialog person={person} agreement={null} close={close} />}
      {open?.what === 'change' && (
        <AgreementDialog person={person} agreement={open.agreement} close={close} />
      )}
      {open?.what === 'remove' && (
        <RemoveAgreement person={person} agreement={open.agreement} close={close} />
      )}
    </>
  )
}

type Open = { what: 'add' } | { what: 'change' | 'remove'; agreement: Agreement } | null
type RemoveProps = { person: Person; agreement: Agreement; close: () => void }

/** Asks once more: what is taken off the file is gone. */
function RemoveAgreement({ person, agreement, close }: RemoveProps) {
  const { t } = useTranslation(['people', 'shell'])
  const remove = api.useMutation('delete', '/api/people/{id}/agreements/{agreementId}', {
    onSuccess: async () => {
      await refreshPeople()
      close()
    },
  })
  const path = { id: person.id, agreementId: agreement.id }
  return (
    <Modal
      opened
      onClose={close}
      title={t('agreements.remove', { kind: t(`agreements.kind.${agreement.kind}`) })}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      <Stack>
        <Text>{t('agreements.removeText', { name: person.name })}</Text>
        <FormProblem error={remove.error} of="people" />
        <Group>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ params: { path } })}>
            {t('agreements.removeButton')}
          </Button>
          <Button variant="default" onClick={close} data-autofocus>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
