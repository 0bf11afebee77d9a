import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useImportActions } from './useImport.ts'
import { useWords } from './useWords.ts'

type Props = { id: string; row: number; at: number; header: string; value: string; close: () => void }

/** Another value for a cell, and if wanted for every cell of the column that reads the same; checked again at once. */
export function MendCell({ id, row, at, header, value, close }: Props) {
  const { t } = useWords()
  const { amend } = useImportActions(id)
  const [text, setText] = useState(value)
  const [everywhere, setEverywhere] = useState(false)
  const save = async () => {
    if (await amend({ row, at, value: text, everywhere })) close()
  }
  return (
    <Modal opened onClose={close} title={t('rows.edit', { column: header, row })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={header}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Checkbox
            label={t('rows.everywhere', { value })}
            checked={everywhere}
            onChange={(event) => setEverywhere(event.currentTarget.checked)}
          />
          <Group>
            <Button type="submit">{t('rows.save')}</Button>
            <Button variant="default" onClick={close}>
              {t('rows.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
