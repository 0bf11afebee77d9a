import { Alert } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { sentenceOf } from '../request/sentence.ts'

/** Why a form was not taken, above its button; nothing while there is no error. `of`: the feature whose words say it. */
export function FormProblem({ error, of }: { error: unknown; of?: string }) {
  if (error === null || error === undefined) return null
  return (
    <Alert color="red" variant="light" icon={<IconAlertCircle size={18} />} role="alert" p="sm">
      {sentenceOf(error, of)}
    </Alert>
  )
}
