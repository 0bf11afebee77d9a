import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'

type Props = { done: () => Promise<void>; secondFactor: () => void }

export function PasswordForm({ done, secondFactor }: Props) {
  const { t } = useTranslation('account')
  const form = useForm({ initialValues: { email: '', password: '' } })
  const signIn = api.useMutation('post', '/api/sign-in', {
    onSuccess: ({ next }) => (next === 'done' ? done() : secondFactor()),
  })
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate({ body: { ...values, remember: true } }))}>
      <Stack>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username webauthn"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('shell:password.toggle') }}
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <FormProblem error={signIn.error} />
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.button')}
        </Button>
        <Group justify="center">
          <TextLink to={paths.forgotten} size="sm">
            {t('signIn.forgotten')}
          </TextLink>
        </Group>
      </Stack>
    </form>
  )
}
