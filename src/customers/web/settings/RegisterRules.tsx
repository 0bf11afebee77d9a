import { refreshCompany } from '../../../platform/web/request/refresh-company.ts'
import { api } from '../../../platform/web/request/client.ts'
import { Loaded } from '../../../platform/web/ui/Loaded.tsx'
import { RegisterRulesForm } from './RegisterRulesForm.tsx'

/** The company's rules for the outlet register. */
export function RegisterRules() {
  const query = api.useQuery('get', '/api/company/settings')
  return (
    <Loaded query={query}>
      {(settings) => (
        <RegisterRulesForm
          key={JSON.stringify(settings.customers)}
          settings={settings}
          onSaved={refreshCompany}
        />
      )}
    </Loaded>
  )
}
