import { useNavigate, useParams } from '@tanstack/react-router'
import { Mapping } from '../../imports/web/Mapping.tsx'
import { Preview } from '../../imports/web/Preview.tsx'
import { Result } from '../../imports/web/Result.tsx'
import { Working } from '../../imports/web/Working.tsx'
import type { ImportDetail } from '../../imports/web/types.ts'
import { useImport } from '../../imports/web/useImport.ts'
import { useWords } from '../../imports/web/useWords.ts'
import { isWorking } from '../../imports/state.ts'
import { api } from '../../platform/web/request/client.ts'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { ButtonLink } from '../../platform/web/ui/links.tsx'
import { paths } from '../paths.ts'

/** One import from the mapping to the way back: whatever comes next with it is what is shown. */
export function ImportScreen() {
  const { importId = '' } = useParams({ strict: false })
  const query = useImport(importId)
  return <Loaded query={query}>{(detail) => <ImportOf detail={detail} />}</Loaded>
}

function ImportOf({ detail }: { detail: ImportDetail }) {
  const { t } = useWords()
  const step = detail.state === 'uploaded' ? 'mapping' : detail.state === 'checked' ? 'preview' : 'result'
  const title = isWorking(detail.state) ? t(`state.${detail.state}`) : t(`step.${step}`)
  return (
    <>
      <PageHeader
        title={title}
        subtitle={`${detail.fileName} · ${t(`entity.${detail.entity}`)}`}
        crumbs={[{ label: t('title'), to: paths.imports }]}
      />
      <Part detail={detail} />
    </>
  )
}

function Part({ detail }: { detail: ImportDetail }) {
  const navigate = useNavigate()
  const targets = api.useQuery('get', '/api/imports/targets', {}, { staleTime: 5 * 60_000 })
  if (isWorking(detail.state)) return <Working detail={detail} />
  if (detail.state === 'checked') return <Preview detail={detail} />
  if (detail.state !== 'uploaded') return <Result detail={detail} next={<Next entity={detail.entity} />} />
  return (
    <Loaded query={targets}>
      {(data) => (
        <Mapping
          detail={detail}
          targets={data.targets}
          discarded={() => void navigate({ to: paths.imports })}
        />
      )}
    </Loaded>
  )
}

/** Where one goes from here: to what came in, or to the next file. */
function Next({ entity }: { entity: ImportDetail['entity'] }) {
  const { t } = useWords()
  const another = (
    <ButtonLink variant="default" to={paths.imports}>
      {t('result.another')}
    </ButtonLink>
  )
  if (entity === 'people') {
    return (
      <>
        {another}
        <ButtonLink variant="default" to={paths.people}>
          {t('result.seePeople')}
        </ButtonLink>
      </>
    )
  }
  if (entity !== 'customers') return another
  return (
    <>
      <ButtonLink to={paths.customers} search={{ shows: 'map' }}>
        {t('result.map')}
      </ButtonLink>
      <ButtonLink variant="default" to={paths.customers}>
        {t('result.see')}
      </ButtonLink>
      {another}
    </>
  )
}
