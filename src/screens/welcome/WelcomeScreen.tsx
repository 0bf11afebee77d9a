import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { fieldSentencesOf } from '../../platform/web/request/sentence.ts'
import { paths } from '../paths.ts'
import { Doorway } from '../sign-in/Doorway.tsx'
import { CompanyStep } from './CompanyStep.tsx'
import { PrincipalStep } from './PrincipalStep.tsx'
import { useFirstRun } from './useFirstRun.ts'

/** The first run: from the set-up code to a company with its principal, in two steps. */
export function WelcomeScreen() {
  const { t } = useTranslation('welcome')
  const navigate = useNavigate()
  const [step, setStep] = useState<1 | 2>(1)
  const form = useFirstRun()
  const setUp = api.useMutation('post', '/api/setup', {
    onSuccess: () => navigate({ to: paths.start }),
    onError: (error) => {
      const errors = fieldSentencesOf(error)
      form.setErrors(errors)
      const onFirstPage =
        error.code === 'wrong-setup-code' || Object.keys(errors).some((name) => !name.startsWith('person'))
      if (onFirstPage) setStep(1)
    },
  })
  return (
    <Doorway
      title={t(step === 1 ? 'company.title' : 'person.title')}
      text={t(step === 1 ? 'company.text' : 'person.text')}
    >
      <Text size="sm" c="dimmed">
        {t('step', { step, of: 3 })}
      </Text>
      {step === 1 ? (
        <CompanyStep form={form} error={setUp.error} next={() => setStep(2)} />
      ) : (
        <PrincipalStep
          form={form}
          error={setUp.error}
          busy={setUp.isPending || setUp.isSuccess}
          back={() => setStep(1)}
          next={() => setUp.mutate({ body: form.getValues() })}
        />
      )}
    </Doorway>
  )
}
