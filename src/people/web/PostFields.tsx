import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { api } from '../../platform/web/request/client.ts'
import { PersonSelect } from './PersonSelect.tsx'

export type Post = { title: string; teamId: string | null; managerId: string | null }
type Props = {
  post: Post
  managerName?: string | null
  person?: string
  change: (part: Partial<Post>) => void
  errors: Readonly<Record<string, string>>
}

/** Post, team and manager: the same where somebody is added and where a post is. */
export function PostFields({ post, managerName = null, person, change, errors }: Props) {
  const { t } = useTranslation('people')
  const teams = api.useQuery('get', '/api/teams').data?.teams ?? []
  return (
    <>
      <TextInput
        label={t('field.title')}
        value={post.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        maxLength={120}
        error={errors['title']}
      />
      <Select
        label={t('field.team')}
        data={teams.map((team) => ({ value: team.id, label: team.name }))}
        value={post.teamId}
        onChange={(teamId) => change({ teamId })}
        clearable
        error={errors['teamId']}
      />
      <PersonSelect
        label={t('field.manager')}
        value={post.managerId}
        name={managerName}
        onChange={(managerId) => change({ managerId })}
        error={errors['managerId']}
        {...(person === undefined ? {} : { except: person })}
      />
    </>
  )
}
