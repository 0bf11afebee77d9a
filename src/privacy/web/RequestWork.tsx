import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { request } from '../../platform/web/request/client.ts'
import { saveFile } from '../../platform/web/request/save-file.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { ErasureDialog } from './ErasureDialog.tsx'
import { type Chosen, FoundOf } from './FoundOf.tsx'
import { NoteCorrection } from './NoteCorrection.tsx'
import type { ErasurePlan, Found, PrivacyRequest } from './types.ts'

/** The work on one request: find, choose, answer or erase, close; and what was done so far. */
export function RequestWork({ asked }: { asked: PrivacyRequest }) {
  const { t } = useTranslation('privacy')
  const { instant } = useFormats()
  const client = useQueryClient()
  const [found, setFound] = useState<Found | null>(null)
  const [chosen, setChosen] = useState<Chosen>({ contactIds: [], customerIds: [], documentIds: [] })
  const [plan, setPlan] = useState<ErasurePlan | null>(null)
  const [outcome, setOutcome] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const params = { path: { id: asked.id } }
  const some = chosen.contactIds.length + chosen.customerIds.length > 0
  const refresh = () => client.invalidateQueries()
  async function find() {
    const { data, error } = await request.POST('/api/privacy/requests/{id}/find', { params, body: {} })
    if (error !== undefined) return setProblem(error)
    setFound(data)
    const sure = data.contacts.filter((one) => one.by.includes('phone') || one.by.includes('email'))
    setChosen({
      contactIds: sure.map((one) => one.id),
      customerIds: [],
      documentIds: data.documents.filter((one) => one.mentions).map((one) => one.id),
    })
    await refresh()
  }
  async function answer() {
    const { contactIds, customerIds } = chosen
    const body = { contactIds, customerIds }
    const { data, error } = await request.POST('/api/privacy/requests/{id}/answer', { params, body })
    if (error !== undefined) return setProblem(error)
    saveFile(`${data.fileName}.html`, new Blob([data.html], { type: 'text/html' }))
    const json = JSON.stringify(data.json, null, 2)
    saveFile(`${data.fileName}.json`, new Blob([json], { type: 'application/json' }))
    say(t('saved'))
    await refresh()
  }
  async function preview() {
    const { data, error } = await request.POST('/api/privacy/requests/{id}/erasure/plan', {
      params,
      body: chosen,
    })
    if (error !== undefined) return setProblem(error)
    setPlan(data)
  }
  async function end(state: 'done' | 'refused') {
    const body = { state, outcome }
    const { error } = await request.POST('/api/privacy/requests/{id}/close', { params, body })
    if (error !== undefined) return setProblem(error)
    await refresh()
  }
  return (
    <Stack gap="lg">
      {asked.state === 'open' && (
        <>
          <Group>
            <Button onClick={() => void find()}>{t('find')}</Button>
            <Button variant="default" disabled={!some} onClick={() => void answer()}>
              {t('answerButton')}
            </Button>
            {asked.mayErase && (
              <Button variant="default" color="red" disabled={!some} onClick={() => void preview()}>
                {t('eraseButton')}
              </Button>
            )}
          </Group>
          <FormProblem error={problem} />
          {found !== null && (
            <FoundOf found={found} chosen={chosen} choose={setChosen} withDocuments={asked.mayErase} />
          )}
          <NoteCorrection requestId={asked.id} isWhatWasAsked={asked.kind === 'correct'} done={refresh} />
          <Group align="end">
            <TextInput
              label={t('outcome')}
              value={outcome}
              onChange={(event) => setOutcome(event.currentTarget.value)}
              miw="16rem"
            />
            <Button variant="default" disabled={outcome.trim() === ''} onClick={() => void end('done')}>
              {t('closeDone')}
            </Button>
            <Button variant="default" disabled={outcome.trim() === ''} onClick={() => void end('refused')}>
              {t('closeRefused')}
            </Button>
          </Group>
        </>
      )}
      {asked.outcome !== null && <Text>{asked.outcome}</Text>}
      <Stack gap={4} component="section">
        <Title order={2}>{t('steps')}</Title>
        {asked.steps.map((step) => (
          <Text key={step.id} size="sm">
            {t(`step.${step.act}`)}
            {step.act === 'corrected' && `: ${step.facts['what']}`} · {step.person?.name ?? t('program')} ·{' '}
            {instant(step.at)}
          </Text>
        ))}
      </Stack>
      {plan !== null && (
        <ErasureDialog
          requestId={asked.id}
          chosen={chosen}
          plan={plan}
          close={() => setPlan(null)}
          done={() => {
            setPlan(null)
            setFound(null)
            say(t('erased'))
            void refresh()
          }}
        />
      )}
    </Stack>
  )
}
