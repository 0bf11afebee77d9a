import { Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../../platform/web/choice/PasswordField.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { paths } from '../paths.ts'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { Doorway } from './Doorway.tsx'

/** Where the mailed link leads: a new password. The token is behind the #. */
export function NewPasswordScreen() {
  const { t } = useTranslation('account')
  const form = useForm({ initialValues: { password: '' } })
  const choose = api.useMutation('post', '/api/sign-in/new-password')
  const token = location.hash.slice(1)
  return (
    <Doorway title={t('newPassword.title')}>
      {choose.isSuccess ? (
        <Stack>
          <Text component="output">{t('newPassword.done')}</Text>
          <ButtonLink to={paths.signIn}>{t('signIn.button')}</ButtonLink>
        </Stack>
      ) : (
        <form onSubmit={form.onSubmit(({ password }) => choose.mutate({ body: { token, password } }))}>
          <Stack>
            <PasswordField
              label={t('newPassword.label')}
              required
              withAsterisk={false}
              value={form.values.password}
              {...form.getInputProps('password')}
            />
            <FormProblem error={choose.error} />
            <Button type="submit" loading={choose.isPending}>
              {t('newPassword.button')}
            </Button>
          </Stack>
        </form>
      )}
    </Doorway>
  )
}
