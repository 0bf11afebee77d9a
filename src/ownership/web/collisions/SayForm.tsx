import { Button, Group, Stack, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormProblem } from '../../../platform/web/ui/FormProblem.tsx'
import type { Case } from './types.ts'
import { useCaseAct } from './useCaseAct.ts'

type Props = {
  label: string
  button: string
  description?: string
  /** More fields, above the words. */
  children?: ReactNode
  /** Whether those are filled. */
  ready?: boolean
  done: () => void
  send: (words: string) => Promise<{ data?: Case | undefined; error?: unknown }>
}

/** Something said in a case, in one's own words. */
export function SayForm({ label, button, description, children, ready = true, done, send }: Props) {
  const { t } = useTranslation('collisions')
  const [words, setWords] = useState('')
  const { act, busy, problem } = useCaseAct(() => {
    setWords('')
    done()
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void act(() => send(words))
      }}
    >
      <Stack gap="sm">
        {children}
        <Textarea
          label={label}
          description={description}
          required
          autosize
          minRows={3}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          data-autofocus
        />
        <FormProblem error={problem} />
        <Group>
          <Button type="submit" loading={busy} disabled={words.trim() === '' || !ready}>
            {button}
          </Button>
          <Button variant="default" onClick={done}>
            {t('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
