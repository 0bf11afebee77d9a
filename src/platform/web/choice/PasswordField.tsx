import { PasswordInput, type PasswordInputProps, Progress, Text } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { leastLength } from '../../password-strength.ts'
import { useStrength } from './useStrength.ts'

type Props = Omit<PasswordInputProps, 'value' | 'about'> & {
  value: string
  /** What an attacker would try first: name, e-mail, company. */
  about?: readonly string[]
}

/** A field for a new password, which says while one types how easy it would be to guess. */
export function PasswordField({ value, about = [], ...input }: Props) {
  const { t } = useTranslation('shell')
  const strength = useStrength(value, about)
  const id = useId()
  return (
    <div>
      <PasswordInput
        visibilityToggleButtonProps={{ 'aria-label': t('shell:password.toggle') }}
        autoComplete="new-password"
        value={value}
        aria-describedby={id}
        {...input}
      />
      <Progress
        mt={6}
        size={4}
        value={value === '' ? 0 : strength.percent}
        color={strength.colour}
        aria-hidden
        transitionDuration={150}
      />
      <Text id={id} size="sm" c="dimmed" mt={4} mih="1.4em" aria-live="polite">
        {value === '' ? t('password.hint', { count: leastLength }) : t(`password.${strength.word}`)}
      </Text>
    </div>
  )
}
