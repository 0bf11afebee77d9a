import { Button } from '@mantine/core'
import { IconPlugConnected, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { EndpointLine } from '../../webhooks/web/EndpointLine.tsx'
import { type Sheet, WebhookSheets } from '../../webhooks/web/WebhookSheets.tsx'
import { paths } from '../paths.ts'

/** Which programs are told what happens here, and how it goes. */
export function WebhooksScreen() {
  const may = useMay()
  return may('integrations.manage') ? <Webhooks /> : <Forbidden />
}

function Webhooks() {
  const { t } = useTranslation(['webhooks', 'company'])
  const query = api.useQuery('get', '/api/webhooks')
  const [sheet, show] = useState<Sheet | null>(null)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        crumbs={[{ label: t('company:title'), to: paths.settings }]}
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={() => show({ what: 'form', endpoint: null })}>
            {t('add')}
          </Button>
        }
      />
      <Loaded query={query}>
        {({ endpoints }) =>
          endpoints.length === 0 ? (
            <EmptyState icon={<IconPlugConnected />} title={t('none.title')} text={t('none.text')} />
          ) : (
            <Lines label={t('title')}>
              {endpoints.map((endpoint) => (
                <EndpointLine key={endpoint.id} endpoint={endpoint} show={show} />
              ))}
            </Lines>
          )
        }
      </Loaded>
      <WebhookSheets sheet={sheet} show={show} />
    </>
  )
}
