import { Combobox, Kbd, Modal, Text, TextInput, useCombobox } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from './choice.ts'
import { matching } from './matching.ts'
import { closeOverlay, useOverlay } from '../frame/overlay.ts'
import classes from './Palette.module.css'
import { useActions } from './useActions.tsx'
import { useFound } from './useFound.tsx'

/** Ctrl/Cmd-K: places, people, customers and everything one can do, by typing some of it. */
export function Palette() {
  const { t } = useTranslation('shell')
  return (
    <Modal
      opened={useOverlay() === 'palette'}
      onClose={closeOverlay}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="10vh"
      centered={false}
      aria-label={t('palette.label')}
      transitionProps={{ duration: 80 }}
    >
      <Search />
    </Modal>
  )
}

function Search() {
  const { t } = useTranslation('shell')
  const [query, setQuery] = useState('')
  const { groups: hits, searching } = useFound(query)
  const groups = matching([...hits, ...useActions()], query)
  const { selectFirstOption, ...combobox } = useCombobox({ opened: true })

  // What is best comes first, so that Enter does it.
  const found = groups.flatMap(({ choices }) => choices.map(({ id }) => id)).join()
  useEffect(() => {
    if (found !== '') selectFirstOption()
  }, [found, selectFirstOption])

  function carryOut(id: string) {
    closeOverlay()
    groups
      .flatMap(({ choices }) => choices)
      .find((choice) => choice.id === id)
      ?.run()
  }

  return (
    <Combobox store={{ selectFirstOption, ...combobox }} onOptionSubmit={carryOut} withinPortal={false}>
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          variant="unstyled"
          size="lg"
          className={classes['search']}
          leftSection={<IconSearch size={20} aria-hidden />}
          aria-label={t('palette.label')}
          placeholder={t('palette.placeholder')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && closeOverlay()}
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes['options']} aria-label={t('palette.label')}>
        {groups.map(({ label, choices }) => (
          <Combobox.Group key={label} label={label}>
            {choices.map((choice) => (
              <Line key={choice.id} choice={choice} />
            ))}
          </Combobox.Group>
        ))}
        {groups.length === 0 && (
          <Combobox.Empty>
            {searching ? t('palette.searching') : t('palette.nothing', { query })}
          </Combobox.Empty>
        )}
      </Combobox.Options>
    </Combobox>
  )
}

function Line({ choice }: { choice: Choice }) {
  return (
    <Combobox.Option value={choice.id} className={classes['option']}>
      <span className={classes['icon']} aria-hidden>
        {choice.mark}
      </span>
      <span className={classes['words']}>
        {choice.label}
        {choice.detail !== undefined && (
          <Text component="span" size="sm" c="dimmed" ml={8}>
            {choice.detail}
          </Text>
        )}
      </span>
      {choice.keys?.map((key) => (
        <Kbd key={key} size="xs" className={classes['key']} aria-hidden>
          {key}
        </Kbd>
      ))}
    </Combobox.Option>
  )
}
