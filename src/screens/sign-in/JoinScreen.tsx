import { Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../../platform/web/choice/PasswordField.tsx'
import { api } from '../../platform/web/request/client.ts'
import { chooseCompany } from '../../platform/web/request/company.ts'
import { queryClient } from '../../platform/web/request/query-client.ts'
import { sentenceOf } from '../../platform/web/request/sentence.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { LoadingState } from '../../platform/web/ui/LoadingState.tsx'
import { paths } from '../paths.ts'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { Doorway } from './Doorway.tsx'

/** Where an invitation leads: a password for a new account, or one press with the account one has. */
export function JoinScreen() {
  const { t } = useTranslation('account')
  const token = location.hash.slice(1)
  const navigate = useNavigate()
  const invitation = api.useQuery(
    'post',
    '/api/invitation',
    { body: { token } },
    { retry: false, staleTime: Infinity },
  )
  const accept = api.useMutation('post', '/api/invitation/acceptance', {
    onSuccess: async ({ companyId }) => {
      chooseCompany(companyId)
      queryClient.clear()
      await navigate({ to: paths.today, replace: true })
    },
  })
  const seen = invitation.data
  if (invitation.isError) {
    return (
      <Doorway title={t('join.closed')} text={sentenceOf(invitation.error)}>
        <ButtonLink to={paths.signIn} variant="default">
          {t('signIn.button')}
        </ButtonLink>
      </Doorway>
    )
  }
  if (seen === undefined) {
    return (
      <Doorway title={t('join.loading')}>
        <LoadingState rows={3} />
      </Doorway>
    )
  }
  return (
    <Doorway
      title={t('join.title', { company: seen.company })}
      text={t('join.text', { name: seen.name, email: seen.email })}
    >
      {seen.hasAccount && seen.signedInAs === null ? (
        <Stack>
          <Text>{t('join.hasAccount', { email: seen.email })}</Text>
          <ButtonLink to={paths.signIn} search={{ next: `${paths.join}#${token}` }}>
            {t('signIn.button')}
          </ButtonLink>
        </Stack>
      ) : (
        <Stack>
          {seen.signedInAs === null || seen.newPassword ? (
            <ChoosePassword
              about={[seen.name, seen.email, seen.company]}
              error={accept.error}
              busy={accept.isPending || accept.isSuccess}
              choose={(password) => accept.mutate({ body: { token, password } })}
            />
          ) : (
            <>
              <Text>{t('join.signedIn', { email: seen.signedInAs })}</Text>
              <FormProblem error={accept.error} />
              <Button loading={accept.isPending} onClick={() => accept.mutate({ body: { token } })}>
                {t('join.button')}
              </Button>
            </>
          )}
        </Stack>
      )}
    </Doorway>
  )
}

type ChooseProps = {
  about: readonly string[]
  error: unknown
  busy: boolean
  choose: (password: string) => void
}

function ChoosePassword({ about, error, busy, choose }: ChooseProps) {
  const { t } = useTranslation('account')
  const form = useForm({ initialValues: { password: '' } })
  return (
    <form onSubmit={form.onSubmit(({ password }) => choose(password))}>
      <Stack>
        <PasswordField
          label={t('newPassword.label')}
          about={about}
          required
          withAsterisk={false}
          value={form.values.password}
          {...form.getInputProps('password')}
        />
        <FormProblem error={error} />
        <Button type="submit" loading={busy}>
          {t('join.button')}
        </Button>
      </Stack>
    </form>
  )
}
