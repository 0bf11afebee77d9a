import { Button, Group, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconFingerprint, IconPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import type { components } from '../../platform/web/request/contract.gen.d.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { say, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { deviceOf } from '../device.ts'
import { addPasskey, passkeysWork } from './passkey.ts'
import { useSecurityChanged } from './useSecurity.ts'

type Passkey = components['schemas']['Passkey']

/** Passkeys: sign in with a finger, a face or the device's PIN instead of a password. */
export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { t } = useTranslation('account')
  const { instant } = useFormats()
  const changed = useSecurityChanged()
  const remove = api.useMutation('delete', '/api/me/security/passkeys/{id}', {
    onSuccess: async () => {
      await changed()
      say(t('passkeys.removed'))
    },
    onError: sayProblem,
  })
  return (
    <>
      {passkeys.length > 0 && (
        <Lines label={t('passkeys.title')}>
          {passkeys.map(({ id, name, addedAt }) => (
            <Line
              key={id}
              mark={<IconFingerprint size={20} stroke={1.6} />}
              title={name}
              detail={addedAt === null ? undefined : t('passkeys.added', { when: instant(addedAt) })}
              action={
                <Button
                  variant="default"
                  size="xs"
                  aria-label={t('passkeys.removeOne', { name })}
                  onClick={() => remove.mutate({ params: { path: { id } } })}
                >
                  {t('passkeys.remove')}
                </Button>
              }
            />
          ))}
        </Lines>
      )}
      {passkeysWork() ? (
        <AddPasskey />
      ) : (
        <Text size="sm" c="dimmed">
          {t('passkeys.notHere')}
        </Text>
      )}
    </>
  )
}

function AddPasskey() {
  const { t } = useTranslation('account')
  const changed = useSecurityChanged()
  const { browser, system } = deviceOf(navigator.userAgent)
  const form = useForm({
    initialValues: { name: [browser, system].filter((word) => word !== null).join(' · ') },
  })
  const add = useMutation({ mutationFn: addPasskey, onSuccess: changed })
  return (
    <form onSubmit={form.onSubmit(({ name }) => add.mutate(name))}>
      <Group align="flex-end" gap="xs">
        <TextInput label={t('passkeys.name')} required withAsterisk={false} {...form.getInputProps('name')} />
        <Button type="submit" variant="default" leftSection={<IconPlus size={16} />} loading={add.isPending}>
          {t('passkeys.add')}
        </Button>
      </Group>
      <FormProblem error={add.error} />
    </form>
  )
}
