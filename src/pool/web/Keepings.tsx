import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import classes from './pool.module.css'
import { useRefreshPool } from './useRefreshPool.ts'

type Lock = components['schemas']['ProtectionShown']['locks'][number]

/** For whom the customer was kept, from when to when, why and by whom; what still holds can be ended. */
export function Keepings({ locks, mayEnd }: { locks: readonly Lock[]; mayEnd: boolean }) {
  const { t } = useTranslation('pool')
  const { day, today } = useFormats()
  const refresh = useRefreshPool()
  const end = api.useMutation('post', '/api/pool/keepings/{id}/end', {
    onSuccess: async () => {
      await refresh()
      say(t('keep.ended'))
    },
    onError: sayProblem,
  })
  if (locks.length === 0) return null
  return (
    <ul className={classes['list']}>
      {locks.map(({ id, person, from, to, reason, setBy, liftedOn }) => (
        <li key={id}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="xs" c="dimmed">
              {[
                t('keep.lock', { name: person.name, from: day(from), to: day(to), reason }),
                setBy === null ? null : t('keep.by', { name: setBy }),
                liftedOn === null ? null : t('keep.lifted', { day: day(liftedOn) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {mayEnd && liftedOn === null && to >= today && (
              <Button
                size="compact-xs"
                variant="subtle"
                flex="none"
                onClick={() => end.mutate({ params: { path: { id } } })}
              >
                {t('keep.end')}
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  )
}
