import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { say } from '../../platform/web/ui/offerUndo.tsx'
import { useSecurityChanged } from './useSecurity.ts'

/** What can be done with the second factor; `done` is called when it is on or off. */
export function useSecondFactor(done: () => void) {
  const { t } = useTranslation('account')
  const changed = useSecurityChanged()
  const path = '/api/me/security/second-factor'
  async function after(word: 'nowOn' | 'nowOff') {
    await changed()
    done()
    say(t(`factor.${word}`))
  }
  return {
    begin: api.useMutation('post', path),
    confirm: api.useMutation('post', `${path}/confirmation`, { onSuccess: () => after('nowOn') }),
    renew: api.useMutation('post', `${path}/backup-codes`),
    end: api.useMutation('post', `${path}/end`, { onSuccess: () => after('nowOff') }),
  }
}
