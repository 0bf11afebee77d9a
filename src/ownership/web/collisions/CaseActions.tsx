import { Button, Group, Modal, FileButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { request } from '../../../platform/web/request/client.ts'
import { sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { ChoiceForm, EvidenceForm, WordsForm } from './CaseForms.tsx'
import { RulingForm } from './RulingForm.tsx'
import type { Case } from './types.ts'

type Form = 'evidence' | 'choice' | 'comments' | 'withdraw' | 'appeal' | 'rule' | 'decide'

/** What I can do with a case now: the one next step first, the rest beside it. */
export function CaseActions({ one }: { one: Case }) {
  const { t } = useTranslation('collisions')
  const [form, setForm] = useState<Form | null>(null)
  const forms: readonly Form[] = [
    ...(one.may.includes('rule') ? (['rule'] as const) : []),
    ...(one.may.includes('decide') ? (['decide'] as const) : []),
    ...(one.may.includes('appeal') ? (['appeal'] as const) : []),
    ...(one.may.includes('add-evidence') ? (['evidence', 'choice'] as const) : []),
    ...(one.may.includes('comment') ? (['comments'] as const) : []),
    ...(one.may.includes('withdraw') ? (['withdraw'] as const) : []),
  ]
  const done = () => setForm(null)
  if (forms.length === 0) return null
  return (
    <Group gap="xs" my="md">
      {forms.map((name, place) => (
        <Button key={name} variant={place === 0 ? 'filled' : 'default'} onClick={() => setForm(name)}>
          {t(`do.${name}`)}
        </Button>
      ))}
      {one.may.includes('add-evidence') && <AddFile one={one} />}
      {form !== null && (
        <Modal
          opened
          onClose={done}
          size="lg"
          title={t(`do.${form}`)}
          closeButtonProps={{ 'aria-label': t('shell:close') }}
        >
          {(form === 'rule' || form === 'decide') && <RulingForm one={one} act={form} done={done} />}
          {form === 'evidence' && <EvidenceForm one={one} done={done} />}
          {form === 'choice' && <ChoiceForm one={one} done={done} />}
          {(form === 'comments' || form === 'withdraw' || form === 'appeal') && (
            <WordsForm one={one} act={form} done={done} />
          )}
        </Modal>
      )}
    </Group>
  )
}

/** A photo or paper as evidence. */
function AddFile({ one }: { one: Case }) {
  const { t } = useTranslation('collisions')
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  async function send(file: File | null) {
    if (file === null) return
    setBusy(true)
    const { error } = await request.POST('/api/collisions/{id}/files', {
      params: { path: { id: one.id }, query: { name: file.name } },
      body: file as never,
      headers: { 'content-type': 'application/octet-stream' },
      bodySerializer: (body: unknown) => body as BodyInit,
    })
    setBusy(false)
    if (error !== undefined) return sayProblem(error)
    await client.invalidateQueries()
  }
  return (
    <FileButton onChange={(file) => void send(file)}>
      {(props) => (
        <Button {...props} variant="default" loading={busy}>
          {t('do.file')}
        </Button>
      )}
    </FileButton>
  )
}
