import { Anchor, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconFiles, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, request } from '../../platform/web/request/client.ts'
import { EmptyState } from '../../platform/web/ui/EmptyState.tsx'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Lines } from '../../platform/web/ui/Lines.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { LongWork } from '../../platform/web/ui/LongWork.tsx'
import { offerUndo, sayProblem } from '../../platform/web/ui/offerUndo.tsx'
import { DocumentLine } from './DocumentLine.tsx'
import { type Document, sendFile } from './send-file.ts'

const taken = 'image/jpeg,image/png,image/webp,image/heic,application/pdf,.docx,.xlsx,.csv,.txt'

/** Documents and photos of a customer: seen, added, saved, removed and brought back. For the customer's page. */
export function DocumentsPanel({ customerId }: { customerId: string }) {
  const { t } = useTranslation(['documents', 'files'])
  const params = { path: { id: customerId } }
  const listed = api.useQuery('get', '/api/customers/{id}/documents', { params })
  const [sending, setSending] = useState<{ done: number; total: number } | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  async function send(files: readonly File[]) {
    setProblem(null)
    for (const [done, file] of files.entries()) {
      setSending({ done, total: files.length })
      try {
        await sendFile(customerId, file)
      } catch (error) {
        setProblem(error)
      }
    }
    setSending(null)
    await listed.refetch()
  }
  async function change(document: Document, action: 'remove' | 'restore') {
    const path = { params: { path: { id: document.id } } }
    const { error } =
      action === 'remove'
        ? await request.DELETE('/api/documents/{id}', path)
        : await request.POST('/api/documents/{id}/restore', path)
    if (error !== undefined) throw error
    await listed.refetch()
  }
  async function remove(document: Document) {
    try {
      await change(document, 'remove')
      offerUndo(t('removed', { name: document.name }), () => change(document, 'restore'))
    } catch (error) {
      sayProblem(error)
    }
  }
  return (
    <Loaded query={listed}>
      {({ documents, mayAdd }) => {
        const here = documents.filter((document) => document.removedAt === null)
        const removed = documents.filter((document) => document.removedAt !== null)
        const add = mayAdd && (
          <FileButton multiple accept={taken} onChange={(files) => void send(files)}>
            {(props) => (
              <Button
                {...props}
                variant="light"
                leftSection={<IconPlus size={16} />}
                disabled={sending !== null}
              >
                {t('add')}
              </Button>
            )}
          </FileButton>
        )
        return (
          <Stack gap="sm">
            {sending !== null && <LongWork label={t('sending')} {...sending} />}
            <FormProblem error={problem} />
            {here.length === 0 ? (
              <EmptyState icon={<IconFiles />} title={t('none')} text={t('noneText')} action={add} />
            ) : (
              <>
                <Group>{add}</Group>
                <Lines label={t('title')}>
                  {here.map((document) => (
                    <DocumentLine
                      key={document.id}
                      document={document}
                      remove={() => void remove(document)}
                    />
                  ))}
                </Lines>
              </>
            )}
            <Anchor href={`/api/sheets?customer=${customerId}`} download size="sm">
              {t('print')}
            </Anchor>
            {removed.length > 0 && (
              <>
                <Text size="sm" c="dimmed">
                  {t('removedOnes')}
                </Text>
                <Lines label={t('removedOnes')}>
                  {removed.map((document) => (
                    <DocumentLine
                      key={document.id}
                      document={document}
                      restore={() => void change(document, 'restore').catch(sayProblem)}
                    />
                  ))}
                </Lines>
              </>
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}
