import { Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { refreshPeople } from './refresh.ts'
import type { Person } from './types.ts'

/** Notes a person's last day, or takes it back (rule 2.9). */
export function Leaving({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const { today } = useFormats()
  const [opened, setOpened] = useState(false)
  const [on, setOn] = useState(today)
  const path = { path: { id: person.id } }
  const leave = api.useMutation('post', '/api/people/{id}/leaving', {
    onSuccess: async () => {
      setOpened(false)
      await refreshPeople()
    },
  })
  const back = api.useMutation('delete', '/api/people/{id}/leaving', {
    onSuccess: refreshPeople,
    onError: sayProblem,
  })
  if (person.leftOn !== null) {
    return (
      <Button variant="default" loading={back.isPending} onClick={() => back.mutate({ params: path })}>
        {t('leaving.back')}
      </Button>
    )
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('leaving.button')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
        title={t('leaving.title', { name: person.name })}
      >
        <Stack>
          <Text>{t('leaving.text')}</Text>
          <DayField label={t('leaving.day')} value={on} onChange={(day) => setOn(day ?? on)} />
          <FormProblem error={leave.error} />
          <Button loading={leave.isPending} onClick={() => leave.mutate({ params: path, body: { on } })}>
            {t('save')}
          </Button>
        </Stack>
      </Modal>
    </>
  )
}
