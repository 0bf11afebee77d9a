import { Button, Group } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { useFormats } from '../../platform/web/language/useFormats.tsx'
import { api } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { Line, Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { PeopleTabs } from './PeopleTabs.tsx'

/** Who read in bulk, exported, or changed access (rule 10.2). */
export function AccessLogScreen() {
  const { t, i18n } = useTranslation(['people', 'shell'])
  const { instant, number } = useFormats()
  const [to, setTo] = useState<string | null>(null)
  const [pages, setPages] = useState<string[]>([])
  const before = pages.at(-1)
  const query = api.useQuery('get', '/api/access-log', {
    params: { query: { ...(to === null ? {} : { to }), ...(before === undefined ? {} : { before }) } },
  })
  const words = (action: string) => {
    const key = `log.action.${action.replaceAll('.', '-')}`
    return i18n.exists(`people:${key}`) ? t(key as never) : action
  }
  return (
    <>
      <PageHeader title={t('tabs.accessLog')} subtitle={t('log.text')} />
      <PeopleTabs here="accessLog" />
      <Group mb="md">
        <DayField
          label={t('log.to')}
          value={to}
          onChange={(day) => {
            setTo(day)
            setPages([])
          }}
          clearable
          w={200}
        />
      </Group>
      <Loaded query={query}>
        {({ entries, next }) =>
          entries.length === 0 ? (
            <EmptyState icon={<IconListSearch />} title={t('log.none')} />
          ) : (
            <>
              <Lines label={t('tabs.accessLog')}>
                {entries.map((entry) => (
                  <Line
                    key={entry.id}
                    title={[
                      words(entry.action),
                      typeof entry.detail['role'] === 'string'
                        ? t(`shell:roles.${entry.detail['role']}` as never)
                        : null,
                      entry.entityName,
                      typeof entry.detail['start'] === 'string' ? entry.detail['start'] : null,
                      entry.rowCount === null ? null : number(entry.rowCount),
                    ]
                      .filter((fact) => fact !== null)
                      .join(' · ')}
                    detail={`${entry.personName ?? t('log.program')} · ${instant(entry.at)}`}
                  />
                ))}
              </Lines>
              <Group mt="md">
                {pages.length > 0 && (
                  <Button variant="default" onClick={() => setPages(pages.slice(0, -1))}>
                    {t('log.newer')}
                  </Button>
                )}
                {next !== null && (
                  <Button variant="default" onClick={() => setPages([...pages, next])}>
                    {t('log.older')}
                  </Button>
                )}
              </Group>
            </>
          )
        }
      </Loaded>
    </>
  )
}
