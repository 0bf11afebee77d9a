import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { DueBadge } from '../../privacy/web/DueBadge.tsx'
import { RequestWork } from '../../privacy/web/RequestWork.tsx'
import { paths } from '../paths.ts'

/** One person's request, from finding to the answer. */
export function PrivacyRequestScreen() {
  const may = useMay()
  return may('privacy.manage') ? <OneRequest /> : <Forbidden />
}

function OneRequest() {
  const { t } = useTranslation('privacy')
  const { requestId } = useParams({ strict: false })
  const params = { path: { id: requestId ?? '' } }
  const asked = api.useQuery('get', '/api/privacy/requests/{id}', { params })
  return (
    <Loaded query={asked}>
      {(request) => (
        <>
          <PageHeader
            title={[request.subject.name, request.subject.phone, request.subject.email]
              .filter(Boolean)
              .join(' · ')}
            subtitle={t(`kind.${request.kind}`)}
            crumbs={[{ label: t('title'), to: paths.privacy }]}
            actions={<DueBadge request={request} />}
          />
          <RequestWork asked={request} />
        </>
      )}
    </Loaded>
  )
}
