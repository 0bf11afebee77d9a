import { Group, Text, Textarea, UnstyledButton } from '@mantine/core'
import { IconCheck, IconCloudUpload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../platform/web/request/sentence.ts'

type Props = {
  label: string
  value: string
  /** Rejects with the request's error. */
  onKeep: (text: string) => Promise<unknown>
  placeholder?: string
  most: number
  rows?: number
  readOnly?: boolean
}
const rest = 800

/** A text that is kept while one writes, and says so; what couldn't be kept stays in the field and can be sent again. */
export function KeptText({ label, value, onKeep, placeholder, most, rows = 1, readOnly = false }: Props) {
  const { t } = useTranslation('visits')
  const [text, setText] = useState(value)
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle')
  const [problem, setProblem] = useState<unknown>(null)
  const kept = useRef(value)
  const latest = useRef({ text, onKeep })
  latest.current = { text, onKeep }
  async function keep() {
    const wanted = latest.current.text
    if (wanted === kept.current) return
    kept.current = wanted
    setState('saving')
    setProblem(null)
    try {
      await latest.current.onKeep(wanted)
      setState('saved')
    } catch (error) {
      kept.current = `${wanted}\n`
      setState('idle')
      setProblem(error)
    }
  }
  useEffect(() => {
    const timer = setTimeout(() => void keep(), rest)
    return () => clearTimeout(timer)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])
  // Whoever leaves the page in the middle of a word has said it all the same.
  useEffect(() => () => void keep(), [])
  return (
    <div>
      <Textarea
        label={label}
        value={text}
        maxLength={most}
        autosize
        minRows={rows}
        readOnly={readOnly}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => void keep()}
      />
      <Group component="output" gap={4} mih="1.4rem">
        {state !== 'idle' && (
          <>
            {state === 'saved' ? (
              <IconCheck size={14} aria-hidden />
            ) : (
              <IconCloudUpload size={14} aria-hidden />
            )}
            <Text size="xs" c="dimmed">
              {t(`kept.${state}`)}
            </Text>
          </>
        )}
        {problem !== null && (
          <Text size="xs" c="red" component="span">
            {sentenceOf(problem, 'visits')}{' '}
            <UnstyledButton fz="xs" td="underline" onClick={() => void keep()}>
              {t('kept.again')}
            </UnstyledButton>
          </Text>
        )}
      </Group>
    </div>
  )
}
