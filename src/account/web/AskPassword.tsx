import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'

type Props = { error: unknown; busy: boolean; give: (password: string) => void }

/** The password once more, before something that guards the account is changed. */
export function AskPassword({ error, busy, give }: Props) {
  const { t } = useTranslation('account')
  const form = useForm({ initialValues: { password: '' } })
  return (
    <form onSubmit={form.onSubmit(({ password }) => give(password))}>
      <Stack>
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('shell:password.toggle') }}
          label={t('passwordChange.current')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('password')}
        />
        <FormProblem error={error} />
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            {t('goOn')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
