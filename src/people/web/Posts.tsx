import { ActionIcon, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconEdit, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { PostFields } from './PostFields.tsx'
import { PostLane } from './PostLane.tsx'
import { fieldErrors } from './field-errors.ts'
import { refreshPeople } from './refresh.ts'
import type { Person, Posting } from './types.ts'

/** Posts over time: the lane, and each with what can be set right. */
export function Posts({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const { day } = useFormats()
  const [edited, setEdited] = useState<Posting | 'new' | null>(null)
  const remove = api.useMutation('delete', '/api/people/{id}/postings/{postingId}', {
    onSuccess: refreshPeople,
    onError: sayProblem,
  })
  const may = person.mayChange === 'all'
  return (
    <>
      <PostLane person={person} />
      {person.postings.length === 0 && <Text c="dimmed">{t('posts.none')}</Text>}
      {person.postings.length > 0 && (
        <Lines label={t('posts.title')}>
          {person.postings.map((post) => (
            <Line
              key={post.id}
              title={post.title === '' ? t('posts.untitled') : post.title}
              detail={[
                t('posts.from', { day: day(post.fromDay) }),
                post.teamName,
                post.managerName === null ? null : t('posts.under', { name: post.managerName }),
              ]
                .filter((fact) => fact !== null)
                .join(' · ')}
              action={
                may && (
                  <Group gap={4} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('posts.correct', { day: day(post.fromDay) })}
                      onClick={() => setEdited(post)}
                    >
                      <IconEdit size={16} />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="red"
                      aria-label={t('posts.remove', { day: day(post.fromDay) })}
                      onClick={() =>
                        remove.mutate({ params: { path: { id: person.id, postingId: post.id } } })
                      }
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
      {may && (
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
          {t('posts.add')}
        </Button>
      )}
      {edited !== null && <PostDialog person={person} post={edited} close={() => setEdited(null)} />}
    </>
  )
}

type DialogProps = { person: Person; post: Posting | 'new'; close: () => void }

function PostDialog({ person, post, close }: DialogProps) {
  const { t } = useTranslation('people')
  const { today } = useFormats()
  const from = post === 'new' ? person.postings[0] : post
  const [values, setValues] = useState({
    fromDay: post === 'new' ? today : post.fromDay,
    title: from?.title ?? '',
    teamId: from?.teamId ?? null,
    managerId: from?.managerId ?? null,
  })
  const done = {
    onSuccess: async () => {
      await refreshPeople()
      close()
    },
  }
  const add = api.useMutation('post', '/api/people/{id}/postings', done)
  const correct = api.useMutation('put', '/api/people/{id}/postings/{postingId}', done)
  const error = add.error ?? correct.error
  return (
    <Modal
      opened
      onClose={close}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
      title={t(post === 'new' ? 'posts.add' : 'posts.change')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (post === 'new') add.mutate({ params: { path: { id: person.id } }, body: values })
          else correct.mutate({ params: { path: { id: person.id, postingId: post.id } }, body: values })
        }}
      >
        <Stack>
          <DayField
            label={t('field.fromDay')}
            value={values.fromDay}
            onChange={(day) => setValues({ ...values, fromDay: day ?? values.fromDay })}
            error={fieldErrors(error)['fromDay']}
          />
          <PostFields
            post={values}
            person={person.id}
            managerName={from?.managerName ?? null}
            change={(part) => setValues({ ...values, ...part })}
            errors={fieldErrors(error)}
          />
          <FormProblem error={error} />
          <Button type="submit" loading={add.isPending || correct.isPending}>
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
