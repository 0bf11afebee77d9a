import '@mantine/dropzone/styles.layer.css'
import { Alert, Stack, Text, Title } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportDetail } from './types.ts'
import { uploadFile } from './upload.ts'
import { useWords } from './useWords.ts'

/** Where a file is dropped or chosen. It is looked at on the server; what can't be a table is said at once. */
export function DropFile({ taken }: { taken: (made: ImportDetail) => void }) {
  const { t, fileProblem } = useWords()
  const [loading, setLoading] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = async (files: File[]) => {
    const [file] = files
    if (file === undefined) return
    setLoading(true)
    setTrouble(null)
    try {
      taken(await uploadFile(file))
    } catch (error) {
      setTrouble(fileProblem(error))
    } finally {
      setLoading(false)
    }
  }
  return (
    <Stack gap="sm">
      <Dropzone
        onDrop={(files) => void take(files)}
        loading={loading}
        multiple={false}
        inputProps={{ 'aria-label': t('drop.choose') }}
        p="xl"
      >
        <Stack align="center" gap={6} ta="center">
          <IconFileUpload size={40} stroke={1.4} aria-hidden />
          <Title order={2}>{t('drop.title')}</Title>
          <Text c="dimmed">{loading ? t('drop.loading') : t('drop.text')}</Text>
          <Text c="var(--mantine-primary-color-filled)" fw={550}>
            {t('drop.choose')}
          </Text>
        </Stack>
      </Dropzone>
      {trouble !== null && (
        <Alert color="red" role="alert">
          {trouble}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        {t('drop.order')}
      </Text>
    </Stack>
  )
}
