import { Button, Stack, Text } from '@mantine/core'
import { LongWork } from '../../platform/web/ui/LongWork.tsx'
import type { ImportDetail } from './types.ts'
import { useImportActions } from './useImport.ts'
import { useWords } from './useWords.ts'

/** What is being done with the rows, how far it is, and how to stop it. */
export function Working({ detail }: { detail: ImportDetail }) {
  const { t } = useWords()
  const { step } = useImportActions(detail.id)
  return (
    <Stack maw={560}>
      <LongWork
        label={t(`state.${detail.state}`)}
        done={detail.position}
        total={detail.state === 'reading' ? null : detail.total}
        note={t('leave')}
      />
      {detail.waiting && <Text>{t('waiting')}</Text>}
      {detail.may.includes('cancel') && (
        <Button variant="default" w="fit-content" onClick={() => void step('cancel')}>
          {t('run.cancel')}
        </Button>
      )}
    </Stack>
  )
}
