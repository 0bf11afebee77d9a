import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../people/web/useMe.ts'
import { request } from '../../../platform/web/request/client.ts'
import { SayForm } from './SayForm.tsx'
import type { Case } from './types.ts'

type Props = { one: Case; done: () => void }

/** What speaks for my side. */
export function EvidenceForm({ one, done }: Props) {
  const { t } = useTranslation('collisions')
  const params = { path: { id: one.id } }
  return (
    <SayForm
      label={t('form.evidence.label')}
      description={t('form.evidence.text')}
      button={t('form.evidence.button')}
      done={done}
      send={(words) => request.POST('/api/collisions/{id}/evidence', { params, body: { words } })}
    />
  )
}

/** The customer wrote whom they want: it overrides (rule 2.3). */
export function ChoiceForm({ one, done }: Props) {
  const { t } = useTranslation('collisions')
  const { today } = useMe()
  const sides = one.claims.filter(({ withdrawn }) => !withdrawn)
  const [chosenId, setChosen] = useState(sides[0]?.person.id ?? '')
  const [writtenOn, setWritten] = useState(today)
  const params = { path: { id: one.id } }
  return (
    <SayForm
      label={t('form.choice.label')}
      description={t('form.choice.text')}
      button={t('form.choice.button')}
      ready={writtenOn !== ''}
      done={done}
      send={(words) =>
        request.POST('/api/collisions/{id}/evidence', { params, body: { words, chosenId, writtenOn } })
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('form.choice.whom')}
          value={chosenId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={sides.map(({ person }) => ({ value: person.id, label: person.name }))}
        />
        <TextInput
          type="date"
          label={t('form.choice.day')}
          value={writtenOn}
          max={today}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
      </SimpleGrid>
    </SayForm>
  )
}

/** A comment, a withdrawal or an appeal: words and nothing else. */
export function WordsForm({ one, done, act }: Props & { act: 'comments' | 'withdraw' | 'appeal' }) {
  const { t } = useTranslation('collisions')
  const params = { path: { id: one.id } }
  return (
    <SayForm
      label={t(`form.${act}.label`)}
      description={t(`form.${act}.text`)}
      button={t(`form.${act}.button`)}
      done={done}
      send={(words) => {
        if (act === 'appeal') return request.POST('/api/collisions/{id}/appeal', { params, body: { words } })
        if (act === 'withdraw')
          return request.POST('/api/collisions/{id}/withdraw', { params, body: { words } })
        return request.POST('/api/collisions/{id}/comments', { params, body: { words } })
      }}
    />
  )
}
