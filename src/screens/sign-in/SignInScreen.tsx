import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestProblem } from '../../platform/web/request/problem.ts'
import { queryClient } from '../../platform/web/request/query-client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { paths } from '../paths.ts'
import { Doorway } from './Doorway.tsx'
import { OtherWays } from './OtherWays.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SecondFactorForm } from './SecondFactorForm.tsx'

/** Signing in: password, then the code where it is on; or a passkey; or the company's provider. */
export function SignInScreen() {
  const { t } = useTranslation('account')
  const { next, refused } = useSearch({ from: paths.signIn })
  const navigate = useNavigate()
  const [step, setStep] = useState<'password' | 'second-factor'>('password')

  async function enter() {
    queryClient.clear()
    await navigate({ href: next ?? paths.today, replace: true })
  }

  if (step === 'second-factor') {
    return (
      <Doorway title={t('secondFactor.title')}>
        <SecondFactorForm done={enter} again={() => setStep('password')} />
      </Doorway>
    )
  }
  return (
    <Doorway title={t('signIn.title')}>
      {refused !== undefined && <FormProblem error={new RequestProblem(`${refused}-refused`, 409)} />}
      <PasswordForm done={enter} secondFactor={() => setStep('second-factor')} />
      <OtherWays done={enter} />
    </Doorway>
  )
}
