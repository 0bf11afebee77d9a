import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { request } from '../../platform/web/request/client.ts'
import { sentenceOf } from '../../platform/web/request/sentence.ts'
import { paths } from '../paths.ts'
import { Doorway } from './Doorway.tsx'

export function SignInScreen() {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const form = useForm({ initialValues: { email: '', password: '' } })
  return (
    <Doorway title={t('signIn.title')}>
      <form
        onSubmit={form.onSubmit(async (values) => {
          const { error } = await request.POST('/api/sign-in', { body: { ...values, remember: true } })
          if (error === undefined) await navigate({ to: paths.today })
          else form.setErrors({ password: sentenceOf(error) })
        })}
      >
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <Button type="submit">{t('signIn.button')}</Button>
        </Stack>
      </form>
    </Doorway>
  )
}
