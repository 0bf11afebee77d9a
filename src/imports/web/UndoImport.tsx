import { Button, type ButtonProps, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useImportActions } from './useImport.ts'
import { useWords } from './useWords.ts'

type Props = { id: string; fileName: string; onBegun?: () => void } & Pick<ButtonProps, 'size' | 'variant'>

/** Takes a whole import back, after asking once. */
export function UndoImport({ id, fileName, onBegun, ...look }: Props) {
  const { t } = useWords()
  const { step } = useImportActions(id)
  const [asking, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" {...look} onClick={open}>
        {t('result.undo')}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        title={`${t('result.undo')}: ${fileName}`}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        <Stack>
          <Text>{t('result.undoSure')}</Text>
          <Group>
            <Button
              onClick={() => {
                close()
                void step('undo').then((begun) => (begun ? onBegun?.() : undefined))
              }}
            >
              {t('result.undoYes')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('rows.cancel')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
