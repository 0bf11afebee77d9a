import { ActionIcon, Group, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../platform/web/language/useFormats.tsx'
import { api } from '../../../platform/web/request/client.ts'
import type { components } from '../../../platform/web/request/contract.gen.d.ts'
import { say, sayProblem } from '../../../platform/web/ui/offerUndo.tsx'

type Props = { fact: components['schemas']['PersonalFact']; customerId: string }

/** One personal note with where it is known from, who wrote it, when, and until when it is kept. Removed for good. */
export function PersonalFactItem({ fact, customerId }: Props) {
  const { t } = useTranslation('customer')
  const { day } = useFormats()
  const queries = useQueryClient()
  const removal = api.useMutation('delete', '/api/customers/{id}/personal/{factId}', {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/customers/{id}/personal'] })
      say(t('personal.removed'))
    },
    onError: sayProblem,
  })
  const facts = {
    source: fact.source,
    who: fact.author?.name ?? t('byProgram'),
    noted: day(fact.notedOn),
    expires: day(fact.expiresOn),
  }
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="xs" c="dimmed">
            {t(`personal.kind.${fact.kind}`)} · {fact.contactName}
          </Text>
          <Text size="sm">{fact.text}</Text>
          <Text size="xs" c="dimmed">
            {t('personal.known', facts)}
          </Text>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('personal.remove', { text: fact.text })}
          onClick={() => removal.mutate({ params: { path: { id: customerId, factId: fact.id } } })}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  )
}
