import { Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { NewKey } from './NewKey.tsx'

type Key = components['schemas']['Key']

/** Keys by which programs act for me, in this company and within their scopes. */
export function Keys() {
  const { t } = useTranslation('account')
  const keys = api.useQuery('get', '/api/keys')
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Loaded query={keys}>
        {({ keys: all }) =>
          all.length === 0 ? (
            <Text c="dimmed">{t('keys.none')}</Text>
          ) : (
            <Lines label={t('keys.title')}>
              {all.map((key) => (
                <KeyLine key={key.id} apiKey={key} />
              ))}
            </Lines>
          )
        }
      </Loaded>
      <Button variant="default" leftSection={<IconPlus size={16} />} onClick={open}>
        {t('keys.new')}
      </Button>
      <NewKey opened={opened} close={close} />
    </>
  )
}

function KeyLine({ apiKey: { id, name, start, scopes, expiresAt, lastUsedAt } }: { apiKey: Key }) {
  const { t } = useTranslation('account')
  const { instant, ago } = useFormats()
  const queries = useQueryClient()
  const revoke = api.useMutation('delete', '/api/keys/{id}', {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/keys'] })
      say(t('keys.revoked', { name }))
    },
    onError: sayProblem,
  })
  const detail = [
    `${start}…`,
    t('keys.scopes', { count: scopes.length }),
    lastUsedAt === null ? t('keys.unused') : t('keys.used', { when: ago(lastUsedAt) }),
    expiresAt === null ? t('keys.endless') : t('keys.ends', { when: instant(expiresAt) }),
  ]
  return (
    <Line
      mark={<IconKey size={20} stroke={1.6} />}
      title={name}
      detail={detail.join(' · ')}
      action={
        <Button
          variant="default"
          size="xs"
          loading={revoke.isPending}
          aria-label={t('keys.revokeOne', { name })}
          onClick={() => revoke.mutate({ params: { path: { id } } })}
        >
          {t('keys.revoke')}
        </Button>
      }
    />
  )
}
