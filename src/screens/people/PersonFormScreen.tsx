import { Button, Group, MultiSelect, Stack, TagsInput, TextInput } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../people/permissions.ts'
import { PostFields } from '../../people/web/PostFields.tsx'
import { RolesField, useGiveableRoles } from '../../people/web/RolesField.tsx'
import { fieldErrors } from '../../people/web/field-errors.ts'
import { refreshPeople } from '../../people/web/refresh.ts'
import type { Person } from '../../people/web/types.ts'
import { CountrySelect } from '../../platform/web/choice/CountrySelect.tsx'
import { DayField } from '../../platform/web/choice/DayField.tsx'
import { api } from '../../platform/web/request/client.ts'
import { FormProblem } from '../../platform/web/ui/FormProblem.tsx'
import { Loaded } from '../../platform/web/ui/Loaded.tsx'
import { PageHeader } from '../../platform/web/ui/PageHeader.tsx'
import { spokenLanguages } from '../../values/spoken-language.ts'
import { paths } from '../paths.ts'

type Values = {
  name: string
  email: string
  phone: string
  city: string
  country: string | null
  languages: string[]
  skills: string[]
  hiredOn: string | null
}
const nobody: Values = {
  name: '',
  email: '',
  phone: '',
  city: '',
  country: null,
  languages: [],
  skills: [],
  hiredOn: null,
}
const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

export function NewPersonScreen() {
  const { t } = useTranslation('people')
  const navigate = useNavigate()
  const [post, setPost] = useState({
    title: '',
    teamId: null as string | null,
    managerId: null as string | null,
  })
  const giveable = useGiveableRoles()
  const [roles, setRoles] = useState<Role[]>(giveable.includes('salesperson') ? ['salesperson'] : [])
  const add = api.useMutation('post', '/api/people', {
    onSuccess: async ({ id }) => {
      await refreshPeople()
      await navigate({ to: paths.person, params: { personId: id } })
    },
  })
  return (
    <>
      <PageHeader title={t('add.title')} crumbs={[{ label: t('title'), to: paths.people }]} />
      <PersonForm
        start={nobody}
        all
        error={add.error}
        busy={add.isPending}
        save={({ email, phone, city, ...values }) =>
          add.mutate({
            body: {
              ...values,
              ...post,
              email: orNull(email),
              phone: orNull(phone),
              city: orNull(city),
              roles,
            },
          })
        }
      >
        <RolesField value={roles} onChange={setRoles} />
        <PostFields
          post={post}
          change={(part) => setPost({ ...post, ...part })}
          errors={fieldErrors(add.error)}
        />
      </PersonForm>
    </>
  )
}

export function EditPersonScreen() {
  const { personId: id = '' } = useParams({ strict: false })
  const query = api.useQuery('get', '/api/people/{id}', { params: { path: { id } } })
  return <Loaded query={query}>{(person) => <EditPerson person={person} />}</Loaded>
}

function EditPerson({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const navigate = useNavigate()
  const all = person.mayChange === 'all'
  const change = api.useMutation('patch', '/api/people/{id}', {
    onSuccess: async () => {
      await refreshPeople()
      await navigate({ to: paths.person, params: { personId: person.id } })
    },
  })
  return (
    <>
      <PageHeader title={person.name} crumbs={[{ label: t('title'), to: paths.people }]} />
      <PersonForm
        start={{
          ...person,
          email: person.email ?? '',
          phone: person.phone ?? '',
          city: person.city ?? '',
        }}
        all={all}
        error={change.error}
        busy={change.isPending}
        save={(values) => {
          const { name, email, skills, hiredOn, languages, country } = values
          const own = { phone: orNull(values.phone), city: orNull(values.city), country, languages }
          const work = { name, email: orNull(email), skills, hiredOn }
          change.mutate({
            params: { path: { id: person.id } },
            body: { version: person.version, ...own, ...(all ? work : {}) },
          })
        }}
      />
    </>
  )
}

type FormProps = {
  start: Values
  /** False for one's own page: only what is one's own can be changed. */
  all: boolean
  error: unknown
  busy: boolean
  save: (values: Values) => void
  children?: React.ReactNode
}

function PersonForm({ start, all, error, busy, save, children }: FormProps) {
  const { t, i18n } = useTranslation('people')
  const [values, setValues] = useState(start)
  const set = (part: Partial<Values>) => setValues({ ...values, ...part })
  const errors = fieldErrors(error)
  const languages = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'language' })
    return spokenLanguages.map((code) => ({ value: code, label: names.of(code) ?? code }))
  }, [i18n.language])
  const text = (name: 'name' | 'email' | 'phone' | 'city', more = {}) => (
    <TextInput
      label={t(`field.${name}`)}
      value={values[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      error={errors[name]}
      {...more}
    />
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save(values)
      }}
    >
      <Stack maw="32rem">
        {all && text('name', { required: true, withAsterisk: false })}
        {all && text('email', { type: 'email' })}
        {text('phone', { type: 'tel' })}
        {text('city')}
        <CountrySelect
          label={t('field.country')}
          value={values.country}
          onChange={(country) => set({ country })}
          clearable
        />
        <MultiSelect
          label={t('field.languages')}
          data={languages}
          value={values.languages}
          onChange={(chosen) => set({ languages: chosen })}
          searchable
        />
        {all && (
          <>
            <TagsInput
              label={t('field.skills')}
              value={values.skills}
              onChange={(skills) => set({ skills })}
            />
            <DayField
              label={t('field.hiredOn')}
              value={values.hiredOn}
              onChange={(hiredOn) => set({ hiredOn })}
              clearable
              error={errors['hiredOn']}
            />
          </>
        )}
        {children}
        <FormProblem error={error} />
        <Group>
          <Button type="submit" loading={busy}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
