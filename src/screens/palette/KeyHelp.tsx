import { Kbd, Modal, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePlaces } from '../frame/usePlaces.ts'
import { closeOverlay, useOverlay } from '../frame/overlay.ts'

/** Which keys do what. */
export function KeyHelp() {
  const { t } = useTranslation('shell')
  const { open } = usePlaces()
  const lines: readonly (readonly [readonly string[], string])[] = [
    [['Ctrl', 'K'], t('keys.palette')],
    [['/'], t('keys.search')],
    [['?'], t('keys.title')],
    ...open.map(({ key, name }) => [['g', key], t('keys.goTo', { place: t(`places.${name}`) })] as const),
  ]
  return (
    <Modal
      opened={useOverlay() === 'keys'}
      onClose={closeOverlay}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Table withRowBorders={false}>
        <Table.Tbody>
          {lines.map(([keys, words]) => (
            <Table.Tr key={words}>
              <Table.Th scope="row" fw={400}>
                {words}
              </Table.Th>
              <Table.Td ta="right">
                {keys.map((key) => (
                  <Kbd key={key} ml={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
