import { Button, Divider, Stack } from '@mantine/core'
import { IconFingerprint, IconLogin2 } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { passkeysWork, signInWithPasskey } from '../../account/web/passkey.ts'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'

/** Passkey, where the browser has them, and the company's provider, where one is set. */
export function OtherWays({ done }: { done: () => Promise<void> }) {
  const { t } = useTranslation('account')
  const methods = api.useQuery('get', '/api/sign-in')
  const passkey = useMutation({ mutationFn: signInWithPasskey, onSuccess: done })
  const provider = api.useMutation('post', '/api/sign-in/provider', {
    onSuccess: ({ url }) => location.assign(url),
  })
  const providerName = methods.data?.provider ?? null
  if (!passkeysWork() && providerName === null) return null
  return (
    <Stack>
      <Divider label={t('signIn.or')} />
      <FormProblem error={passkey.error ?? provider.error} />
      {passkeysWork() && (
        <Button
          variant="default"
          leftSection={<IconFingerprint size={18} />}
          loading={passkey.isPending}
          onClick={() => passkey.mutate()}
        >
          {t('signIn.passkey')}
        </Button>
      )}
      {providerName !== null && (
        <Button
          variant="default"
          leftSection={<IconLogin2 size={18} />}
          loading={provider.isPending || provider.isSuccess}
          onClick={() => provider.mutate({})}
        >
          {t('signIn.provider', { name: providerName })}
        </Button>
      )}
    </Stack>
  )
}
