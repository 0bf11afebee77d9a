import { Button, Code, Text } from '@mantine/core'
import { IconCloudOff, IconRefresh, IconTool } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../request/problem.ts'
import { sentenceOf } from '../request/sentence.ts'
import { EmptyState } from './EmptyState.tsx'
import { Forbidden } from './Forbidden.tsx'

/** Reading failed: what happened, what is safe, what to do. A refusal for lack of rights says that instead. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('shell')
  const problem = problemOf(error)
  if (problem.status === 403) return <Forbidden />
  const offline = problem.code === 'offline'
  return (
    <div role="alert">
      <EmptyState
        icon={offline ? <IconCloudOff /> : <IconTool />}
        title={sentenceOf(error)}
        text={
          <>
            {t(offline ? 'error.safeOffline' : 'error.safe')}
            {problem.requestId !== undefined && (
              <Text component="span" display="block" size="sm" mt="xs">
                {t('error.number')} <Code>{problem.requestId}</Code>
              </Text>
            )}
          </>
        }
        action={
          retry !== undefined && (
            <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>
              {t('error.retry')}
            </Button>
          )
        }
      />
    </div>
  )
}
