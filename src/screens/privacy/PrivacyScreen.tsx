import { SegmentedControl, Stack } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../people/web/useMe.ts'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Forbidden } from '../../platform/web/ui/Forbidden.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { ButtonLink, TextLink } from '../../platform/web/ui/links.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { DueBadge } from '../../privacy/web/DueBadge.tsx'
import { NewRequest } from '../../privacy/web/NewRequest.tsx'
import { paths } from '../paths.ts'

const addressOf = (id: string): string => `${paths.privacy}/${id}`

/** Requests of people about what is kept of them (rule 10.3), those due first. */
export function PrivacyScreen() {
  const { t } = useTranslation('privacy')
  const may = useMay()
  return may('privacy.manage') ? (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <ButtonLink to={paths.blockList} variant="default">
            {t('block.title')}
          </ButtonLink>
        }
      />
      <Stack gap="lg">
        <NewRequest addressOf={addressOf} />
        <Requests />
      </Stack>
    </>
  ) : (
    <Forbidden />
  )
}

function Requests() {
  const { t } = useTranslation('privacy')
  const [state, setState] = useState<'open' | 'closed'>('open')
  const listed = api.useQuery('get', '/api/privacy/requests', { params: { query: { state } } })
  return (
    <>
      <SegmentedControl
        aria-label={t('which')}
        value={state}
        onChange={(value) => setState(value === 'closed' ? 'closed' : 'open')}
        data={[
          { value: 'open', label: t('open') },
          { value: 'closed', label: t('closed') },
        ]}
        style={{ alignSelf: 'start' }}
      />
      <Loaded query={listed}>
        {({ requests }) =>
          requests.length === 0 ? (
            <EmptyState icon={<IconShieldCheck />} title={t('none')} text={t('noneText')} />
          ) : (
            <Lines label={t('title')}>
              {requests.map((one) => (
                <Line
                  key={one.id}
                  title={
                    <TextLink to={addressOf(one.id)}>
                      {[one.subject.name, one.subject.phone, one.subject.email].filter(Boolean).join(' · ')}
                    </TextLink>
                  }
                  detail={
                    <>
                      {t(`kind.${one.kind}`)} <DueBadge request={one} />
                    </>
                  }
                />
              ))}
            </Lines>
          )
        }
      </Loaded>
    </>
  )
}
