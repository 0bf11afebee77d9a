import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { paths } from '../paths.ts'
import { TextLink } from '../../platform/web/ui/links.tsx'
import { Doorway } from './Doorway.tsx'

/** A forgotten password: a link by mail, or, where nothing is mailed, whom to ask. */
export function ForgottenScreen() {
  const { t } = useTranslation('account')
  const methods = api.useQuery('get', '/api/sign-in')
  return (
    <Doorway title={t('forgotten.title')}>
      <Loaded query={methods}>
        {({ mail }) => (
          <>
            {mail ? <AskForLink /> : <Text>{t('forgotten.askAdministrator')}</Text>}
            <TextLink to={paths.signIn} size="sm">
              {t('forgotten.back')}
            </TextLink>
          </>
        )}
      </Loaded>
    </Doorway>
  )
}

function AskForLink() {
  const { t, i18n } = useTranslation('account')
  const form = useForm({ initialValues: { email: '' } })
  const ask = api.useMutation('post', '/api/sign-in/forgotten')
  if (ask.isSuccess) {
    return <Text component="output">{t('forgotten.sent', { email: form.getValues().email })}</Text>
  }
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        ask.mutate({ body: values, headers: { 'accept-language': i18n.language } }),
      )}
    >
      <Stack>
        <Text c="dimmed">{t('forgotten.text')}</Text>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <FormProblem error={ask.error} />
        <Button type="submit" loading={ask.isPending}>
          {t('forgotten.button')}
        </Button>
      </Stack>
    </form>
  )
}
