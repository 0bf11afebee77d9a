import { Alert } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { sentenceOf } from '../request/sentence.ts'

/** Why a form was not taken, above its button; nothing while there is no error. */
export function FormProblem({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle size={18} />} role="alert" p="sm">
      {sentenceOf(error)}
    </Alert>
  )
}
