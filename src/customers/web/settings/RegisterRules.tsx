import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../platform/web/request/client.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { RegisterRulesForm } from './RegisterRulesForm.tsx'

/** The company's rules for the outlet register. */
export function RegisterRules() {
  const queries = useQueryClient()
  const query = api.useQuery('get', '/api/company/settings')
  return (
    <Loaded query={query}>
      {(settings) => (
        <RegisterRulesForm
          key={settings.version}
          settings={settings}
          onSaved={() => queries.invalidateQueries({ queryKey: ['get', '/api/company/settings'] })}
        />
      )}
    </Loaded>
  )
}
