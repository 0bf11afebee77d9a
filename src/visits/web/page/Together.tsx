import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FindPerson } from '../../../people/web/FindPerson.tsx'
import { PersonMark } from '../../../people/web/PersonMark.tsx'
import { useMe } from '../../../people/web/useMe.ts'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { request } from '../../../platform/web/request/client.ts'
import { FormModal } from '../../../platform/web/ui/FormModal.tsx'
import { Line, Lines } from '../../../platform/web/ui/Lines.tsx'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'
import { Panel } from '../../../platform/web/ui/Panel.tsx'
import type { Visit } from '../types.ts'
import type { SaveVisit } from '../useVisit.ts'

type Props = { visit: Visit; save: SaveVisit }

/** Who comes along, and whether they confirmed it: a joint visit is recorded by both (rule 3.5). */
export function Together({ visit, save }: Props) {
  const { t } = useTranslation('visits')
  const { instant } = useFormats()
  const { person: me } = useMe()
  const [adding, setAdding] = useState(false)
  const mayJoin = visit.may.includes('join')
  const { withCompanions, id } = visit
  if (withCompanions.length === 0 && !mayJoin) return null
  const path = (personId: string) => ({ params: { path: { id, personId } } })
  async function confirm() {
    await save(request.POST('/api/visits/{id}/confirm', { params: { path: { id } } }))
    say(t('together.confirmed'))
  }
  const add = mayJoin && (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {t('together.add')}
    </Button>
  )
  return (
    <Panel title={t('together.title')} action={add}>
      {withCompanions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('together.none')}
        </Text>
      ) : (
        <Lines label={t('together.title')}>
          {withCompanions.map(({ person, confirmedAt }) => (
            <Line
              key={person.id}
              mark={<PersonMark name={person.name} colour={person.colour} />}
              title={person.name}
              detail={
                confirmedAt === null
                  ? t('together.waiting')
                  : t('together.confirmedAt', { at: instant(confirmedAt) })
              }
              action={
                person.id === me?.id && visit.may.includes('confirm') && confirmedAt === null ? (
                  <Button size="compact-sm" onClick={() => void confirm().catch(sayProblem)}>
                    {t('together.confirm')}
                  </Button>
                ) : (
                  mayJoin && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="gray"
                      onClick={() =>
                        void save(
                          request.DELETE('/api/visits/{id}/companions/{personId}', path(person.id)),
                        ).catch(sayProblem)
                      }
                    >
                      {t('together.remove')}
                    </Button>
                  )
                )
              }
            />
          ))}
        </Lines>
      )}
      {adding && <AddForm visit={visit} save={save} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

function AddForm({ visit, save, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('visits')
  const [personId, setPersonId] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function submit() {
    if (personId === null) return
    setPending(true)
    try {
      const params = { path: { id: visit.id, personId } }
      await save(request.PUT('/api/visits/{id}/companions/{personId}', { params }))
      onClose()
    } catch (problem) {
      setError(problem)
      setPending(false)
    }
  }
  return (
    <FormModal
      title={t('together.addTitle')}
      onClose={onClose}
      button={t('together.add')}
      onSubmit={() => void submit()}
      isReady={personId !== null}
      isPending={isPending}
      error={error}
      of="visits"
    >
      <FindPerson label={t('together.who')} value={personId ?? undefined} onChange={setPersonId} />
    </FormModal>
  )
}
