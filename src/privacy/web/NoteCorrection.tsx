import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'

type Props = { requestId: string; isWhatWasAsked: boolean; done: () => Promise<unknown> }

/** Notes what was put right where it stands, so that the answer to the person can say so (rule 10.3). */
export function NoteCorrection({ requestId, isWhatWasAsked, done }: Props) {
  const { t } = useTranslation('privacy')
  const [what, setWhat] = useState('')
  const note = api.useMutation('post', '/api/privacy/requests/{id}/corrected', {
    onSuccess: async () => {
      setWhat('')
      say(t('correction.noted'))
      await done()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        note.mutate({ params: { path: { id: requestId } }, body: { what: what.trim() } })
      }}
    >
      <Group align="end">
        <TextInput
          label={t('correction.label')}
          description={isWhatWasAsked ? t('correction.text') : undefined}
          placeholder={t('correction.example')}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
          maxLength={300}
          w={{ base: '100%', sm: '26rem' }}
        />
        <Button type="submit" variant="default" disabled={what.trim() === ''} loading={note.isPending}>
          {t('correction.button')}
        </Button>
      </Group>
      <FormProblem error={note.error} of="privacy" />
    </form>
  )
}
